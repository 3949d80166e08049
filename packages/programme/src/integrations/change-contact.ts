import { appendHistory } from "../history/history.store.ts";
import type { Actor } from "../lifecycle/actor.ts";
import { mayAct, requireRole } from "../lifecycle/require-role.ts";
import { programmeOrganisation } from "../lifecycle/actor.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import type { Integration } from "./integration.ts";
import { loadIntegration } from "./integration.store.ts";

export interface ChangeContact {
  readonly integrationId: string;
  readonly contact: string;
  readonly actor: Actor;
}

const staff = {
  roles: ["partner-manager", "reviewer", "programme-owner"],
  organisation: programmeOrganisation,
} as const;

/** Says who is told about an integration from now on; a notice that was written goes where it was to go. */
export async function changeContact(
  { database, clocks }: Pick<ProgrammeParts, "database" | "clocks">,
  { integrationId, contact, actor }: ChangeContact,
): Promise<Integration> {
  const {
    id,
    organisation,
    contact: before,
  } = await loadIntegration(database.queries, integrationId);
  if (!mayAct(actor, staff))
    requireRole(actor, { roles: ["partner-admin"], organisation, deed: "change its contact" });
  await database.transaction(async (tx) => {
    await tx.updateTable("integration").set({ contact }).where("id", "=", id).execute();
    await appendHistory(tx, {
      integrationId: id,
      version: null,
      at: clocks.installation.now(),
      actor,
      event: "change-contact",
      reason: "",
      before: { contact: before ?? null },
      after: { contact },
    });
  });
  return loadIntegration(database.queries, id);
}
