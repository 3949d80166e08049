import { createHash } from "node:crypto";

import type { Queries, Row, Transaction } from "@slipway/database";
import { regions, type Region } from "@slipway/exchange";
import { canonicalJson, type JsonObject } from "@slipway/foundation";

import { appendHistory } from "../history/history.store.ts";
import type { Actor } from "../lifecycle/actor.ts";

/** How both tenants' partner is called, as the history may tell it: no secret. Null before a setup was saved. */
export type SetupTrace = JsonObject | null;

/** As it stands in this transaction. */
export async function traceOf(queries: Queries, sandboxId: string): Promise<SetupTrace> {
  const rows = await queries
    .selectFrom("partner_connection")
    .select(["region", "endpoint", "authentication"])
    .where("sandbox_id", "=", sandboxId)
    .execute();
  if (rows.length === 0) return null;
  const traces = regions.flatMap((region) => {
    const row = rows.find((one) => one.region === region);
    return row === undefined ? [] : [[region, connectionTrace(row)] as const];
  });
  return Object.fromEntries(traces);
}

type ConnectionColumns = Pick<Row<"partner_connection">, "endpoint" | "authentication">;

function connectionTrace({ endpoint, authentication }: ConnectionColumns): JsonObject {
  const { trustedCertificates, tokenAddress, ...proof } = authentication;
  return {
    endpoint,
    ...proof,
    // Its query may hold what is nobody else's business.
    ...(typeof tokenAddress === "string" ? { tokenAddress: withoutQuery(tokenAddress) } : {}),
    ...(typeof trustedCertificates === "string"
      ? { trustedCertificatesSha256: sha256Of(trustedCertificates) }
      : {}),
  };
}

export interface SavedSetup {
  readonly integrationId: string;
  readonly at: Date;
  readonly actor: Actor;
  readonly before: SetupTrace;
  readonly after: SetupTrace;
  /** The tenants in which a secret was replaced. */
  readonly newSecrets: readonly Region[];
}

/** Tells the history what was changed of endpoint and authentication; where nothing was, nothing (REQ-08). */
export async function keepSetupTrace(tx: Transaction, saved: SavedSetup): Promise<void> {
  const { before, after, newSecrets, ...who } = saved;
  const isChanged = canonicalJson(before) !== canonicalJson(after) || newSecrets.length > 0;
  if (after === null || !isChanged) return;
  await appendHistory(tx, {
    ...who,
    version: null,
    event: "save-partner-setup",
    reason: "",
    before,
    after: { ...after, newSecrets },
  });
}

function withoutQuery(address: string): string {
  const { origin, pathname, search } = new URL(address);
  return `${origin}${pathname}${search === "" ? "" : "?…"}`;
}

function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
