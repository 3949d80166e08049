import type { Revalidation } from "@slipway/platform-client";

import { textTable } from "../../text-table.ts";

/** Revalidations as a table. */
export function describeRevalidations(revalidations: readonly Revalidation[]): string {
  if (revalidations.length === 0) return "No revalidations.";
  return textTable([
    ["revalidation", "state", "cause", "deadline", "integration", "for"],
    ...revalidations.map(({ id, state, cause, deadlineId = "-", integrationId, subject }) => [
      id,
      state,
      cause,
      deadlineId,
      integrationId,
      subject,
    ]),
  ]);
}

/** One with what became of it. */
export function describeRevalidation(revalidation: Revalidation): string {
  const { id, integrationId, cause, subject, deadlineId, openedBy, openedAt } = revalidation;
  return [
    `Revalidation ${id} of integration ${integrationId} (${cause}), for ${subject}`,
    `opened ${openedAt} by ${openedBy.name}`,
    deadlineId === undefined
      ? "no date: nobody asks for it"
      : `deadline ${deadlineId} ("slipway deadlines show")`,
    endOf(revalidation),
  ].join("\n");
}

function endOf({ state, version, endedAt = "", endedBy, reason = "" }: Revalidation): string {
  if (state === "open") return "open";
  const by = `${endedAt} by ${endedBy?.name ?? ""}: ${reason}`;
  return state === "withdrawn" ? `withdrawn ${by}` : `completed by version ${version ?? ""}, ${by}`;
}
