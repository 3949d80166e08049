import type { Transaction } from "@slipway/database";
import { endWaitingDeliveries } from "@slipway/event-delivery";

import { appendHistory } from "../history/history.store.ts";
import { loadIntegration } from "../integrations/integration.store.ts";
import { programmeOrganisation, type Actor } from "../lifecycle/actor.ts";
import { tenantsOf } from "../lifecycle/follow-standing.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { findMisuse, type MisuseSignal } from "./misuse/find-misuse.ts";
import { sandboxPolicyDigest, sandboxPolicyText } from "./sandbox-policy-text.ts";
import {
  NotTheProgrammesProblem,
  NotThePartnersProblem,
  PolicyVersionProblem,
  SandboxUseUnchangedProblem,
} from "./sandbox-use.problems.ts";
import { loadSandbox } from "./sandbox.store.ts";
import type { Sandbox } from "./sandbox.ts";
import { tenantChannel } from "./tenant-directory.ts";

/** What a sandbox may be used for, whether the partner accepted it, and whether the sandbox is withdrawn. */
export interface SandboxUse {
  readonly sandboxId: string;
  readonly policy: { readonly version: number; readonly digest: string; readonly text: string };
  /** Of the policy as it stands; null while nobody accepted it. */
  readonly accepted: { readonly by: string; readonly at: Date } | null;
  readonly withdrawn: { readonly by: string; readonly reason: string; readonly at: Date } | null;
  /** Signs of other use in the last days, for a person to judge. */
  readonly signals: readonly MisuseSignal[];
}

export interface AcceptSandboxPolicy {
  readonly sandboxId: string;
  /** The one that was read. */
  readonly version: number;
  readonly actor: Actor;
}

export interface ChangeSandboxUse {
  readonly sandboxId: string;
  readonly actor: Actor;
  readonly reason: string;
}

/** How the use of a sandbox is ruled. Nothing is withdrawn by itself: a person does it, and gives a reason. */
export interface SandboxUseFunctions {
  readonly showSandboxUse: (sandboxId: string) => Promise<SandboxUse>;
  /** On record with the text's digest; once more is no change. Fails with `SANDBOX-POLICY-VERSION` and `SANDBOX-POLICY-NOT-YOURS`. */
  readonly acceptSandboxPolicy: (input: AcceptSandboxPolicy) => Promise<SandboxUse>;
  /** From then on the ATS API refuses every call of the integration, and nothing is sent to its partner. */
  readonly withdrawSandbox: (input: ChangeSandboxUse) => Promise<SandboxUse>;
  readonly restoreSandbox: (input: ChangeSandboxUse) => Promise<SandboxUse>;
}

type Parts = Pick<ProgrammeParts, "database" | "clocks" | "tenants">;

export function sandboxUseFunctions(parts: Parts): SandboxUseFunctions {
  return {
    showSandboxUse: async (sandboxId) => showUse(parts, sandboxId),
    acceptSandboxPolicy: async (input) => acceptPolicy(parts, input),
    withdrawSandbox: async (input) => changeUse(parts, input, "withdraw-sandbox"),
    restoreSandbox: async (input) => changeUse(parts, input, "restore-sandbox"),
  };
}

async function showUse(parts: Parts, id: string): Promise<SandboxUse> {
  const { queries } = parts.database;
  const { id: sandboxId, tenants } = await loadSandbox(queries, id);
  const acceptance = await queries
    .selectFrom("sandbox_policy_acceptance")
    .select(["accepted_by as by", "accepted_at as at"])
    .where("sandbox_id", "=", sandboxId)
    .where("version", "=", sandboxPolicyText.version)
    .executeTakeFirst();
  const withdrawal = await queries
    .selectFrom("sandbox_withdrawal")
    .select(["withdrawn_by as by", "reason", "withdrawn_at as at"])
    .where("sandbox_id", "=", sandboxId)
    .executeTakeFirst();
  return {
    sandboxId,
    policy: { ...sandboxPolicyText, digest: sandboxPolicyDigest() },
    accepted: acceptance ?? null,
    withdrawn: withdrawal ?? null,
    signals: await findMisuse(parts, [tenants.a.customerId, tenants.b.customerId]),
  };
}

async function acceptPolicy(
  parts: Parts,
  { sandboxId, version, actor }: AcceptSandboxPolicy,
): Promise<SandboxUse> {
  const { database, clocks } = parts;
  const sandbox = await loadSandbox(database.queries, sandboxId);
  if (version !== sandboxPolicyText.version)
    throw new PolicyVersionProblem(version, sandboxPolicyText.version);
  const { organisation } = await loadIntegration(database.queries, sandbox.integrationId);
  if (actor.organisation !== organisation) throw new NotThePartnersProblem(actor, organisation);
  await database.transaction(async (tx) => {
    const at = clocks.installation.now();
    const digest = sandboxPolicyDigest();
    const { numInsertedOrUpdatedRows: added } = await tx
      .insertInto("sandbox_policy_acceptance")
      .values({ sandbox_id: sandbox.id, version, digest, accepted_by: actor.name, accepted_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (added === 0n) return;
    await appendHistory(tx, {
      integrationId: sandbox.integrationId,
      version: null,
      at,
      actor,
      event: "accept-sandbox-policy",
      reason: `Accepted version ${version} of the sandbox policy.`,
      before: null,
      after: { sandboxPolicy: { version, digest } },
    });
  });
  return showUse(parts, sandbox.id);
}

async function changeUse(
  parts: Parts,
  { sandboxId, actor, reason }: ChangeSandboxUse,
  event: "withdraw-sandbox" | "restore-sandbox",
): Promise<SandboxUse> {
  const { database, clocks, tenants } = parts;
  const sandbox = await loadSandbox(database.queries, sandboxId);
  if (actor.organisation !== programmeOrganisation) throw new NotTheProgrammesProblem(actor);
  const at = clocks.installation.now();
  const customerIds = await tenantsOf(database.queries, sandbox.integrationId);
  await database.transaction(async (tx) => {
    const withdrawn = event === "withdraw-sandbox";
    const changed = withdrawn
      ? await addWithdrawal(tx, sandbox, { actor, reason, at })
      : await dropWithdrawal(tx, sandbox);
    if (!changed) throw new SandboxUseUnchangedProblem(sandbox.id, withdrawn);
    await endWaitingDeliveries(tx, { because: "withdrawn", at, customerIds });
    await appendHistory(tx, {
      integrationId: sandbox.integrationId,
      version: null,
      at,
      actor,
      event,
      reason,
      before: { sandboxWithdrawn: !withdrawn },
      after: { sandboxWithdrawn: withdrawn },
    });
  });
  for (const customerId of customerIds) {
    tenants.forget(customerId);
    database.notifications.notify(tenantChannel, customerId);
  }
  return showUse(parts, sandbox.id);
}

async function addWithdrawal(
  tx: Transaction,
  { id }: Sandbox,
  { actor, reason, at }: { readonly actor: Actor; readonly reason: string; readonly at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows: added } = await tx
    .insertInto("sandbox_withdrawal")
    .values({ sandbox_id: id, withdrawn_by: actor.name, reason, withdrawn_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return added === 1n;
}

async function dropWithdrawal(tx: Transaction, { id }: Sandbox): Promise<boolean> {
  const { numDeletedRows: dropped } = await tx
    .deleteFrom("sandbox_withdrawal")
    .where("sandbox_id", "=", id)
    .executeTakeFirstOrThrow();
  return dropped === 1n;
}
