import type { Declaration } from "@slipway/conformance";
import type { Queries, Transaction } from "@slipway/database";
import type { ConnectionEntry } from "@slipway/event-delivery";
import { regions, type Region, type SandboxId } from "@slipway/exchange";
import { unreachable } from "@slipway/foundation";

import { loadIntegration } from "../integrations/integration.store.ts";
import type { Actor } from "../lifecycle/actor.ts";
import { forgetPreflight } from "../preflight/keep-preflight.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { loadSandbox } from "../sandboxes/sandbox.store.ts";
import { PartnerSetupMissingProblem } from "./partner-setup.problems.ts";
import type {
  EnablementSheet,
  PartnerAuthenticationInput,
  PartnerConnectionInput,
  PartnerSetup,
} from "./partner-setup.ts";
import { keepSetupTrace, traceOf } from "./trace-setup.ts";

/**
 * Keeps how a partner is called and what it declared, all of it or nothing; secrets are encrypted before they are stored. What
 * is changed of endpoint and authentication stays on record.
 */
export async function savePartnerSetup(
  parts: Pick<ProgrammeParts, "database" | "connections" | "clock" | "clocks">,
  sandboxId: string,
  { setup, actor }: { readonly setup: PartnerSetup; readonly actor?: Actor | undefined },
): Promise<void> {
  const { queries } = parts.database;
  const sandbox = await loadSandbox(queries, sandboxId);
  const { organisation } = await loadIntegration(queries, sandbox.integrationId);
  const connections = regions.map((region) =>
    connectionEntry(sandbox.id, region, setup.connections[region]),
  );
  const newSecrets: Region[] = [];
  for (const connection of connections)
    if (await parts.connections.changesSecret(connection)) newSecrets.push(connection.region);
  await parts.database.transaction(async (tx) => {
    await lockSandbox(tx, sandbox.id);
    const before = await traceOf(tx, sandbox.id);
    for (const connection of connections) await parts.connections.saveConnection(connection, tx);
    await saveDeclaration(tx, {
      sandbox_id: sandbox.id,
      declaration: JSON.stringify(setup.declaration),
      updated_at: parts.clock.now(),
    });
    await forgetPreflight(tx, sandbox.id);
    await keepSetupTrace(tx, {
      integrationId: sandbox.integrationId,
      at: parts.clocks.installation.now(),
      actor: actor ?? { name: "unnamed", role: "partner-developer", organisation },
      before,
      after: await traceOf(tx, sandbox.id),
      newSecrets,
    });
  });
}

/** One setup at a time: each is told apart from the one before it. */
async function lockSandbox(tx: Transaction, sandboxId: string): Promise<void> {
  await tx
    .selectFrom("sandbox")
    .select("id")
    .where("id", "=", sandboxId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}

function connectionEntry(
  sandboxId: SandboxId,
  region: Region,
  { endpoint, authentication, trustedCertificates, enablement }: PartnerConnectionInput,
): ConnectionEntry {
  return {
    sandboxId,
    region,
    endpoint,
    ...credentialsEntry(authentication),
    ...(trustedCertificates === undefined ? {} : { trustedCertificates }),
    enablement: { ...enablement },
  };
}

function credentialsEntry(
  input: PartnerAuthenticationInput,
): Pick<ConnectionEntry, "authentication" | "secret"> {
  switch (input.method) {
    case "basic": {
      const { method: scheme, username, password } = input;
      const authentication = { scheme, username };
      return {
        authentication,
        ...(password === undefined ? {} : { secret: { scheme, password } }),
      };
    }
    case "hmac": {
      const { method: scheme, username, sharedKey: key } = input;
      const authentication = { scheme, username };
      return { authentication, ...(key === undefined ? {} : { secret: { scheme, key } }) };
    }
    case "oauth": {
      const { method: scheme, clientSecret, ...client } = input;
      const authentication = { scheme, ...client };
      return {
        authentication,
        ...(clientSecret === undefined ? {} : { secret: { scheme, clientSecret } }),
      };
    }
    default:
      return unreachable(input);
  }
}

async function saveDeclaration(
  tx: Transaction,
  { sandbox_id, ...rest }: { sandbox_id: string; declaration: string; updated_at: Date },
): Promise<void> {
  await tx
    .insertInto("partner_declaration")
    .values({ sandbox_id, ...rest })
    .onConflict((conflict) => conflict.column("sandbox_id").doUpdateSet(rest))
    .execute();
}

/** What the partner of a sandbox declared; fails with `PARTNER-SETUP-MISSING`. */
export async function loadDeclaration(queries: Queries, sandboxId: string): Promise<Declaration> {
  return (await loadSavedDeclaration(queries, sandboxId)).declaration;
}

/** The same with when it was saved, and the setup with it. */
export async function loadSavedDeclaration(
  queries: Queries,
  sandboxId: string,
): Promise<{ readonly declaration: Declaration; readonly savedAt: Date }> {
  const row = await queries
    .selectFrom("partner_declaration")
    .select(["declaration", "updated_at"])
    .where("sandbox_id", "=", sandboxId)
    .executeTakeFirst();
  if (row === undefined) throw new PartnerSetupMissingProblem(sandboxId);
  // Written by `savePartnerSetup` from the same type.
  return { declaration: row.declaration as unknown as Declaration, savedAt: row.updated_at };
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
  // Written by `savePartnerSetup` from the same type.
  return row.enablement as unknown as EnablementSheet;
}
