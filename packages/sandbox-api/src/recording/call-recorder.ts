import type { Tenant, TenantDirectory } from "@slipway/ats-model";
import type { ExchangeRecorder, PreparedExchange, Region } from "@slipway/exchange";
import type { Clock } from "@slipway/foundation";

import type { FinishedAnswer } from "../call/answer.ts";
import type { Call } from "../call/call.ts";
import { tenantNamed } from "../call/tenant-named.ts";
import type { TenantSecrets } from "../sandbox-api-options.ts";
import { rawExchangeOf, type RecordedParty } from "./raw-exchange-of.ts";

/** Records calls: with a write's own statement, or by itself before the answer leaves. */
export interface CallRecorder {
  /** The masked record, for the statement of the write that the answer tells of. */
  readonly prepare: (call: Call, answer: FinishedAnswer) => Promise<PreparedExchange>;
  /** Resolves once the record is durable. A call that concerns no tenant of ours is not recorded. */
  readonly record: (call: Call, answer: FinishedAnswer) => Promise<void>;
}

export interface CallRecorderOptions {
  readonly region: Region;
  readonly recorder: ExchangeRecorder;
  readonly secrets: TenantSecrets;
  readonly tenants: TenantDirectory;
  readonly clock: Clock;
  readonly clockOf: (tenant: Tenant) => Clock;
}

export function createCallRecorder(options: CallRecorderOptions): CallRecorder {
  const { recorder, secrets, clock } = options;

  const partyOf = async (call: Call): Promise<Omit<RecordedParty, "maskKey"> | undefined> => {
    const { session } = call.notes;
    if (session !== undefined) return session;
    const user = call.notes.provenUsers?.[0];
    const tenant = await tenantNamed(
      options.tenants,
      user?.customerId ?? call.notes.meantFor ?? call.arrival.params.customer,
    );
    if (tenant === undefined) return undefined;
    // What a stranger sends to a tenant is that tenant's to see; what a user sends elsewhere is kept with the user's own.
    if (user === undefined && tenant.region !== options.region) return undefined;
    return { tenant, user, clock: options.clockOf(tenant) };
  };
  const withKey = async (party: Omit<RecordedParty, "maskKey">): Promise<RecordedParty> => ({
    ...party,
    maskKey: await secrets.maskKeyOf(party.tenant.customerId),
  });

  return {
    prepare: async (call, answer) => {
      const party = await partyOf(call);
      if (party === undefined) throw new Error("Expected a session before a write, found none");
      const raw = { ...(await withKey(party)), nowMs: clock.monotonicMs() };
      return recorder.prepare(rawExchangeOf(call, answer, raw));
    },
    record: async (call, answer) => {
      const party = await partyOf(call);
      if (party === undefined) return;
      const raw = { ...(await withKey(party)), nowMs: clock.monotonicMs() };
      await recorder.record(rawExchangeOf(call, answer, raw));
    },
  };
}
