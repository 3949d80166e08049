import type { Transaction } from "@slipway/database";

import { lockVersion, type StoredVersion } from "../lifecycle/lifecycle.store.ts";
import type { VersionState, VersionStateKind } from "../lifecycle/version-state.ts";
import { SubmissionFrozenProblem } from "./submission.problems.ts";

/** What belongs to a submission may change until there is one, and again when it was withdrawn or corrections are asked. */
const open: ReadonlySet<VersionStateKind> = new Set([
  "drafting",
  "in-review",
  "changes-asked",
  "building",
  "corrections-asked",
]);

/** The version, held until the transaction ends; fails with `SUBMISSION-FROZEN`. */
export async function lockOpenVersion(
  tx: Transaction,
  { integrationId, version }: { readonly integrationId: string; readonly version: number },
): Promise<StoredVersion> {
  const locked = await lockVersion(tx, integrationId, version);
  if (open.has(locked.state.kind)) return locked;
  throw new SubmissionFrozenProblem(version, locked.state.kind, "its collateral");
}

/**
 * Fails with `SUBMISSION-FROZEN` while a version of the integration waits for a decision. Holds its versions: none is submitted
 * before the transaction ends.
 */
export async function checkSetupOpen(tx: Transaction, integrationId: string): Promise<void> {
  const rows = await tx
    .selectFrom("integration_version")
    .select(["number", "state"])
    .where("integration_id", "=", integrationId)
    .orderBy("number")
    .forShare()
    .execute();
  const submitted: VersionState["kind"] = "submitted";
  const frozen = rows.find(({ state }) => state === submitted);
  if (frozen !== undefined)
    throw new SubmissionFrozenProblem(frozen.number, frozen.state, "the partner setup");
}
