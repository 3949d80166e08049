import type {
  ReportedExchange,
  ReportedRequirement,
  ReportedResult,
  RunReport,
} from "@slipway/platform-client";

import type { Paint, Screen } from "../terminal/screen.ts";
import { describePart } from "./describe-part.ts";
import { describeVerdict } from "./describe-verdict.ts";
import { conclusionSentences, verdictSigns } from "./verdict-signs.ts";

type Exchanges = ReadonlyMap<string, ReportedExchange>;

interface Showing {
  readonly exchanges: Exchanges;
  readonly screen: Screen;
  /** Who repeats a part wants to see what of it holds now, also where its requirement lacks the rest. */
  readonly showsPasses: boolean;
}

const conclusionPaints: Readonly<Partial<Record<RunReport["conclusion"], Paint>>> = {
  passed: "green",
  partial: "yellow",
};

/** A report as text: a line for each requirement, and below it what has to be read. */
export function describeReport(report: RunReport, screen: Screen): string {
  const exchanges = new Map(report.exchanges.map((exchange) => [exchange.id, exchange]));
  const seconds = (report.durationMs / 1000).toFixed(1);
  const conclusion = conclusionSentences[report.conclusion];
  return [
    screen.paint("result", "bold", `Run ${report.runId}`),
    `${report.framework}, pack ${report.pack.version}, customers ${report.tenants.a.customerId} and ${report.tenants.b.customerId}, ${report.startedAt}, ${seconds} s`,
    ...(report.part === null ? [] : describePart(report.part)),
    "",
    ...report.requirements.flatMap((requirement) =>
      describeRequirement(requirement, { exchanges, screen, showsPasses: report.part !== null }),
    ),
    "",
    screen.paint("result", conclusionPaints[report.conclusion] ?? "red", conclusion),
    "",
  ].join("\n");
}

function describeRequirement(
  requirement: ReportedRequirement,
  { exchanges, screen, showsPasses }: Showing,
): readonly string[] {
  const { sign, word, paint } = verdictSigns[requirement.verdict];
  const advisory = requirement.severity === "advisory" ? " (advisory)" : "";
  const duties = screen.paint("result", "dim", requirement.duties.join(", "));
  return [
    `${screen.paint("result", paint, `${sign} ${word.padEnd(14)}`)} ${requirement.id.padEnd(9)} ${requirement.title}${advisory} ${duties}`,
    ...requirement.results.flatMap((result) => describeResult(result, { exchanges, showsPasses })),
  ];
}

function describeResult(
  result: ReportedResult,
  { exchanges, showsPasses }: Omit<Showing, "screen">,
): readonly string[] {
  const rows = describeVerdict(result);
  const isShownPass = showsPasses && result.verdict.kind === "pass";
  if (rows.length === 0 && !isShownPass) return [];
  const place = [
    result.check,
    result.region === null ? "both tenants" : `tenant ${result.region}`,
    ...(result.scenario === null ? [] : [result.scenario]),
  ];
  const proofs = (isShownPass ? [] : result.exchanges).map((id) => [
    "exchange",
    describeExchange(id, exchanges),
  ]);
  return [
    `    ${isShownPass ? "✓ " : ""}${result.title} (${place.join(", ")})`,
    ...[...rows, ...proofs].map(([name = "", value = ""]) => `      ${name.padEnd(9)} ${value}`),
  ];
}

function describeExchange(id: string, exchanges: Exchanges): string {
  const exchange = exchanges.get(id);
  if (exchange === undefined) return id;
  const { direction, method, path, answer, at } = exchange;
  const who = direction === "to-partner" ? "to you" : "to the ATS";
  return `${method} ${path} ${who}, answered ${answer}, at ${at} (${id})`;
}
