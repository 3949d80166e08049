import type { Declaration } from "@slipway/conformance";
import type { Queries } from "@slipway/database";
import { regions, type Region } from "@slipway/exchange";

import type { ProgrammeParts } from "../programme-parts.ts";
import { loadSandbox } from "../sandboxes/sandbox.store.ts";
import { PartnerSetupMissingProblem } from "./partner-setup.problems.ts";
import type { EnablementSheet, PartnerSetup } from "./partner-setup.ts";

/** Keeps how a partner is called and what it declared; secrets are encrypted before they are stored. */
export async function savePartnerSetup(
  parts: ProgrammeParts,
  sandboxId: string,
  setup: PartnerSetup,
): Promise<void> {
  const sandbox = await loadSandbox(parts.database.queries, sandboxId);
  for (const region of regions) {
    const { endpoint, authentication, enablement } = setup.connections[region];
    await parts.connections.saveConnection({
      sandboxId: sandbox.id,
      region,
      endpoint,
      authentication: { scheme: authentication.method, username: authentication.username },
      ...(authentication.password === undefined
        ? {}
        : { secret: { scheme: "basic", password: authentication.password } }),
      enablement: { ...enablement },
    });
  }
  const declaration = JSON.stringify(setup.declaration);
  const updatedAt = parts.clock.now();
  await parts.database.queries
    .insertInto("partner_declaration")
    .values({ sandbox_id: sandbox.id, declaration, updated_at: updatedAt })
    .onConflict((conflict) =>
      conflict.column("sandbox_id").doUpdateSet({ declaration, updated_at: updatedAt }),
    )
    .execute();
}

/** What the partner of a sandbox declared; fails with `PARTNER-SETUP-MISSING`. */
export async function loadDeclaration(queries: Queries, sandboxId: string): Promise<Declaration> {
  const row = await queries
    .selectFrom("partner_declaration")
    .select("declaration")
    .where("sandbox_id", "=", sandboxId)
    .executeTakeFirst();
  if (row === undefined) throw new PartnerSetupMissingProblem(sandboxId);
  // Written by `savePartnerSetup` from the same type.
  return row.declaration as unknown as Declaration;
}

/** The enablement sheet of one tenant; fails with `PARTNER-SETUP-MISSING`. */
export async function loadEnablement(
  queries: Queries,
  sandboxId: string,
  region: Region,
): Promise<EnablementSheet> {
  const row = await queries
    .selectFrom("partner_connection")
    .select("enablement")
    .where("sandbox_id", "=", sandboxId)
    .where("region", "=", region)
    .executeTakeFirst();
  if (row === undefined) throw new PartnerSetupMissingProblem(sandboxId);
  return row.enablement as unknown as EnablementSheet;
}
