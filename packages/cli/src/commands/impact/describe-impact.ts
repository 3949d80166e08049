import type { Impact, ImpactChangeKind, RunImpact, Standing } from "@slipway/platform-client";

import type { Screen } from "../../terminal/screen.ts";
import { textTable } from "../../text-table.ts";

/** An impact as text: whom it changes, which requirements do it, and then each change with its reason. */
export function describeImpact(impact: Impact, screen: Pick<Screen, "paint">): string {
  const { pack, runs, summary, scope } = impact;
  const heading = (text: string): string => screen.paint("result", "bold", text);
  const which =
    scope === "all" ? "all finished runs" : "the newest finished run of each integration";
  if (runs.length === 0)
    return `Pack ${pack.id} ${pack.version} against ${which}: there is none yet.`;
  const changed = runs.filter(({ changes }) => changes.length > 0);
  return [
    heading(`Pack ${pack.id} ${pack.version} against ${which}`),
    `${summary.runs} ${summary.runs === 1 ? "run" : "runs"}, ${summary.concludeOtherwise} would conclude otherwise. Nothing is stored, and nobody was called.`,
    "",
    textTable([
      ["integration", "run", "pack", "today", "under the draft", "changes"],
      ...runs.map(runRow),
    ]),
    ...requirementTable(impact, heading),
    ...changed.flatMap((run) => [
      "",
      heading(`${run.integration}, run ${run.runId}`),
      ...changesOf(run),
    ]),
    "",
  ].join("\n");
}

const kindWords: Readonly<Record<ImpactChangeKind, string>> = {
  "new-failure": "new failure",
  "newly-not-exercised": "newly not seen",
  "new-pass": "new pass",
  "no-longer-asked": "no longer asked",
  other: "other",
};

function runRow(run: RunImpact): readonly string[] {
  const kinds = Map.groupBy(run.changes, ({ kind }) => kind);
  const counted = [...kinds].map(([kind, changes]) => `${changes.length} ${kindWords[kind]}`);
  const changes = run.trouble ?? (counted.length === 0 ? "none" : counted.join(", "));
  return [run.integration, run.runId, run.packVersion, run.before, run.after, changes];
}

function requirementTable(
  { summary }: Impact,
  heading: (text: string) => string,
): readonly string[] {
  if (summary.requirements.length === 0) return [];
  // Every kind of change has its words.
  const kinds = Object.keys(kindWords) as ImpactChangeKind[];
  const shown = kinds.filter((kind) =>
    summary.requirements.some(({ counts }) => counts[kind] !== undefined),
  );
  return [
    "",
    heading("Requirements by how many runs change"),
    textTable([
      ["requirement", ...shown.map((kind) => kindWords[kind]), "title"],
      ...summary.requirements.map(({ requirement, title, counts }) => [
        requirement,
        ...shown.map((kind) => String(counts[kind] ?? 0)),
        title,
      ]),
    ]),
  ];
}

function changesOf({ changes }: RunImpact): readonly string[] {
  return changes.flatMap(({ requirement, title, kind, before, after, why }) => [
    `  ${requirement.padEnd(9)} ${kindWords[kind]}: ${standing(before)} → ${standing(after)}  ${title}`,
    ...(why === "" ? [] : [`            ${why}`]),
  ]);
}

function standing(one: Standing | null): string {
  return one === null ? "not asked" : `${one.verdict} (${one.severity})`;
}
