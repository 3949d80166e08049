import type {
  HistoryEntry,
  HistoryVerification,
  IntegrationVersion,
  Lifecycle,
  RequirementSet,
} from "@slipway/platform-client";

import { textTable } from "../../text-table.ts";

/** An integration with its versions, what is open, and what may happen next. */
export function describeLifecycle({
  integration,
  standing,
  allowed,
  sandbox,
  versions,
  items,
}: Lifecycle): string {
  const { id, name, framework, connectorType, path, organisation } = integration;
  const open = items.filter(({ state }) => state === "open");
  return [
    `Integration ${id}: "${name}" of ${organisation}, ${framework} (${connectorType}), ${path}`,
    `standing: ${stateText(standing)}`,
    ...nextLines(allowed),
    ...(sandbox === undefined ? [] : [`sandbox: ${sandbox.sandboxId}`]),
    ...(sandbox?.missing ?? []).map((what) => `  missing: ${what}`),
    ...versions.flatMap(versionLines),
    ...open.map(
      (item) => `open: ${item.id} about ${item.about} of version ${item.version}: ${item.question}`,
    ),
  ].join("\n");
}

function versionLines(version: IntegrationVersion): readonly string[] {
  const { number, state, flags, repeatability, requirements, allowed } = version;
  return [
    `version ${number}: ${stateText(state)}`,
    ...(repeatability === undefined
      ? ["  no design yet"]
      : [
          `  to set up: ${repeatability.setUpSteps} steps, ${repeatability.valuesPerCustomer} values per customer, ${repeatability.setUpQuestions} questions`,
        ]),
    ...(requirements === undefined ? [] : requirementLines(requirements)),
    ...flags.map(({ kind, where, found, toDo }) => `  ${kind} at ${where}: ${found}. ${toDo}`),
    ...nextLines(allowed).map((line) => `  ${line}`),
  ];
}

function requirementLines({
  pack,
  requirements,
  leftOut,
  unknownFeatures,
}: RequirementSet): readonly string[] {
  return [
    `  to prove: ${requirements.length} requirements of ${pack.id} ${pack.version}`,
    ...leftOut.map(
      ({ id, title, feature }) => `  left out: ${id}, ${title} (the design is without ${feature})`,
    ),
    ...unknownFeatures.map(
      (feature) => `  nothing to prove for ${feature}, which the framework does not know`,
    ),
  ];
}

function nextLines(allowed: Lifecycle["allowed"]): readonly string[] {
  return allowed.map(({ event, by }) => `may follow: ${event} (${by.join(", ")})`);
}

/** The kind of a state, then its facts. */
export function stateText({ kind, ...facts }: Lifecycle["standing"]): string {
  const told = Object.entries(facts).map(([name, value]) => `${name} ${textOf(value)}`);
  return [kind, ...told].join(", ");
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What happened, oldest first. */
export function describeHistory(history: readonly HistoryEntry[]): string {
  if (history.length === 0) return "Nothing has happened yet.";
  return textTable([
    ["entry", "at", "event", "version", "who", "why"],
    ...history.map(({ number, at, event, version, actor, reason }) => [
      String(number),
      at,
      event,
      version === null ? "-" : String(version),
      `${actor.name} (${actor.role}, ${actor.organisation})`,
      reason,
    ]),
  ]);
}

/** Whether the history is as it was written. */
export function describeVerification(verification: HistoryVerification): string {
  return verification.kind === "intact"
    ? `The history is as it was written: ${verification.entries} entries, the last with hash ${verification.lastHash}.`
    : `The history is not as it was written, from entry ${verification.entry} on: expected ${verification.expected}, found ${verification.found}.`;
}
