import { appendHistory } from "../history/history.store.ts";
import { loadIntegration } from "../integrations/integration.store.ts";
import type { Actor } from "../lifecycle/actor.ts";
import { lockVersion } from "../lifecycle/lifecycle.store.ts";
import { requireRole } from "../lifecycle/require-role.ts";
import type { VersionStateKind } from "../lifecycle/version-state.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import {
  SubmissionFrozenProblem,
  SubmissionSlotEmptyProblem,
  SubmissionSlotNotFoundProblem,
} from "./submission.problems.ts";
import {
  digestsOf,
  howToFill,
  slotsOf,
  viewSubmission,
  type SubmissionView,
  type VersionPlace,
} from "./submission-view.ts";

/** What a submission holds may change until there is one, and again when corrections are asked. */
const open: ReadonlySet<VersionStateKind> = new Set([
  "drafting",
  "in-review",
  "changes-asked",
  "building",
  "corrections-asked",
]);

export interface ConfirmSlot extends VersionPlace {
  /** Its id. */
  readonly slot: string;
  readonly actor: Actor;
}

/** A person of the partner answers for what a slot holds now; it holds until that is changed. Done again it takes the place of the one before. */
export async function confirmSlot(
  parts: ProgrammeParts,
  { integrationId, version: number, slot: id, actor }: ConfirmSlot,
): Promise<SubmissionView> {
  const { database } = parts;
  const integration = await loadIntegration(database.queries, integrationId);
  const { organisation } = integration;
  const people = ["partner-developer", "partner-admin"] as const;
  requireRole(actor, { roles: people, organisation, deed: "confirm what is submitted" });
  const at = parts.clocks.installation.now();
  await database.transaction(async (tx) => {
    const version = await lockVersion(tx, integration.id, number);
    const slots = slotsOf(parts, integration, version);
    const slot = slots.find((one) => one.id === id);
    if (slot === undefined)
      throw new SubmissionSlotNotFoundProblem(
        id,
        slots.map((one) => one.id),
      );
    if (!open.has(version.state.kind))
      throw new SubmissionFrozenProblem(number, version.state.kind);
    const digest = (await digestsOf(tx, version))[slot.record];
    if (digest === undefined)
      throw new SubmissionSlotEmptyProblem({ ...slot, toDo: howToFill(slot.record) });
    const row = { of_digest: digest, confirmed_by: JSON.stringify(actor), confirmed_at: at };
    await tx
      .insertInto("confirmation")
      .values({ integration_id: integration.id, version: number, slot: id, ...row })
      .onConflict((conflict) =>
        conflict.columns(["integration_id", "version", "slot"]).doUpdateSet(row),
      )
      .execute();
    await appendHistory(tx, {
      integrationId: integration.id,
      version: number,
      at,
      actor,
      event: "confirm-slot",
      reason: `Confirms ${slot.title}.`,
      before: null,
      after: { slot: id, sha256: digest },
    });
  });
  return viewSubmission(parts, { integrationId, version: number });
}
