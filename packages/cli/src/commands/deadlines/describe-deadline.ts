import type { Deadline, DeadlineWithHistory } from "@slipway/platform-client";

import { unreachable } from "@slipway/foundation";
import { textTable } from "../../text-table.ts";

/** Deadlines as a table. */
export function describeDeadlines(deadlines: readonly Deadline[]): string {
  if (deadlines.length === 0)
    return 'No deadlines. "slipway deadlines open --help" shows how to open one.';
  return textTable([
    ["deadline", "state", "due", "kind", "integration", "for"],
    ...deadlines.map((one) => [
      one.id,
      one.state,
      dueOf(one),
      one.kind,
      one.integrationId,
      one.subject,
    ]),
  ]);
}

function dueOf(deadline: Deadline): string {
  return deadline.state === "running" || deadline.state === "overdue" ? deadline.dueAt : "-";
}

/** One deadline with where it stands and all that happened to it. */
export function describeDeadline(deadline: DeadlineWithHistory | Deadline): string {
  const { id, kind, subject, integrationId, recipient } = deadline;
  const lines = [
    `Deadline ${id}: ${kind} of integration ${integrationId}, for ${subject}`,
    `${deadline.state}: ${standingOf(deadline)}`,
    `told: ${recipient}`,
  ];
  const history = "history" in deadline ? deadline.history : [];
  return [
    ...lines,
    ...history.map(({ at, event, by, reason }) => `${at}  ${event} by ${by}: ${reason}`),
  ].join("\n");
}

function standingOf(deadline: Deadline): string {
  switch (deadline.state) {
    case "awaiting-notice":
      return deadline.waitsFor;
    case "running":
      return `since ${deadline.startedAt}, due ${deadline.dueAt}`;
    case "overdue":
      return `since ${deadline.dueAt}; a person has to decide ("slipway tasks")`;
    case "cleared":
      return `on ${deadline.clearedAt}`;
    default:
      return unreachable(deadline);
  }
}
