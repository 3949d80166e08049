import { loadIntegration } from "../integrations/integration.store.ts";
import { programmeOrganisation, type Actor } from "../lifecycle/actor.ts";
import { requireRole } from "../lifecycle/require-role.ts";
import { wakeProgrammeWorkers } from "../programme-worker.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { openRevalidationIn } from "./open-revalidation.ts";
import { loadRevalidation } from "./revalidation.store.ts";
import type { Revalidation, RevalidationCause } from "./revalidation.ts";

type Parts = Pick<ProgrammeParts, "database" | "clocks" | "ids">;

/** A revalidation as a person opens it. */
export interface AskRevalidation {
  readonly integrationId: string;
  readonly subject: string;
  readonly actor: Actor;
  readonly reason: string;
}

/** A change of an integration that its partner declares. */
export interface DeclareChange {
  readonly integrationId: string;
  readonly change: string;
  readonly actor: Actor;
}

/** Developer Support asks for one, with 90 days from the acceptance of its notice; a partner begins one by itself, without any. */
export async function askRevalidation(parts: Parts, asked: AskRevalidation): Promise<Revalidation> {
  const isPartner = asked.actor.role === "partner-admin";
  const { organisation } = await loadIntegration(parts.database.queries, asked.integrationId);
  requireRole(
    asked.actor,
    isPartner
      ? { roles: ["partner-admin"], organisation, deed: "begin its revalidation" }
      : {
          roles: ["reviewer", "programme-owner"],
          organisation: programmeOrganisation,
          deed: "ask for a revalidation",
        },
  );
  return open(parts, asked, { cause: isPartner ? "partner" : "developer-support" });
}

/** What was validated is not what there is any more: a declared change asks for a revalidation. */
export async function declareChange(
  parts: Parts,
  { integrationId, change, actor }: DeclareChange,
): Promise<Revalidation> {
  const { organisation } = await loadIntegration(parts.database.queries, integrationId);
  requireRole(actor, { roles: ["partner-admin"], organisation, deed: "declare a change of it" });
  const subject = `the change that ${actor.organisation} declared: ${change}`;
  return open(
    parts,
    { integrationId, subject, actor, reason: change },
    { cause: "declared-change" },
  );
}

async function open(
  parts: Parts,
  { integrationId, subject, actor, reason }: AskRevalidation,
  cause: RevalidationCause,
): Promise<Revalidation> {
  const { database } = parts;
  const at = parts.clocks.installation.now();
  const integration = await loadIntegration(database.queries, integrationId);
  const { revalidationId } = await database.transaction(async (tx) =>
    openRevalidationIn(tx, parts, { integration, cause, subject, actor, reason, at }),
  );
  wakeProgrammeWorkers(database.notifications);
  return loadRevalidation(database.queries, revalidationId);
}
