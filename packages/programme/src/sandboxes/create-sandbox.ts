import type { Queries, Transaction } from "@slipway/database";
import type { Region } from "@slipway/exchange";

import { loadIntegration } from "../integrations/integration.store.ts";
import type { Integration } from "../integrations/integration.ts";
import { PathWithoutSandboxProblem } from "../integrations/integration.problems.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import type { CreateSandbox } from "../programme.ts";
import { createPair, defaultSeed } from "./create-pair.ts";
import { issuePassword } from "./issue-credential.ts";
import { SandboxBeforeApprovalProblem, SandboxExistsProblem } from "./sandbox.problems.ts";
import { loadSandbox } from "./sandbox.store.ts";
import type { BasicCredential, Sandbox } from "./sandbox.ts";

/**
 * Makes an integration's pair of tenants with their seed data and one credential each, all or nothing. Fails with
 * `SANDBOX-BEFORE-APPROVAL` where the programme gives sandboxes to approved designs alone.
 */
export async function createSandbox(
  parts: ProgrammeParts,
  input: CreateSandbox,
): Promise<{
  readonly sandbox: Sandbox;
  readonly credentials: Readonly<Record<Region, BasicCredential>>;
}> {
  const { database } = parts;
  const integration = await loadIntegration(database.queries, input.integrationId);
  if (integration.path !== "programme-defined")
    throw new PathWithoutSandboxProblem(integration.name);
  const { sandboxId, credentials } = await database.transaction(async (tx) => {
    await checkMayHave(parts, tx, integration);
    const made = await createPair(parts, tx, { integration, seed: input.seed ?? defaultSeed });
    if (made === undefined) throw await existsProblem(tx, integration);
    const a = await issuePassword(tx, parts, made.tenants.a);
    const b = await issuePassword(tx, parts, made.tenants.b);
    return { sandboxId: made.sandboxId, credentials: { a, b } };
  });
  return { sandbox: await loadSandbox(database.queries, sandboxId), credentials };
}

/** An approved integration has its sandbox by the approval: here only what is not approved can be without one. */
async function checkMayHave(
  { sandboxes }: ProgrammeParts,
  queries: Queries,
  { id, name }: Integration,
): Promise<void> {
  if (sandboxes === "self-service") return;
  const approved = await queries
    .selectFrom("integration_version")
    .select("number")
    .where("integration_id", "=", id)
    .where("approved_design", "is not", null)
    .executeTakeFirst();
  if (approved === undefined) throw new SandboxBeforeApprovalProblem(id, name);
}

async function existsProblem(
  tx: Transaction,
  integration: { readonly id: string; readonly name: string },
): Promise<SandboxExistsProblem> {
  const row = await tx
    .selectFrom("sandbox")
    .select("id")
    .where("integration_id", "=", integration.id)
    .executeTakeFirst();
  return new SandboxExistsProblem(integration.name, row?.id ?? "");
}
