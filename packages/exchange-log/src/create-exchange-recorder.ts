import type { Connection } from "@slipway/database";
import type { ExchangeRecorder, MaskKind } from "@slipway/exchange";
import type { Clock, Ids } from "@slipway/foundation";

import { createKeyKinds } from "./masking/key-kinds.ts";
import { prepareExchange } from "./prepare-exchange.ts";
import { createGroupCommit } from "./storage/group-commit.ts";

export interface ExchangeRecorderOptions {
  /** Of the owner of the tables: the recorder opens one connection of its own. */
  readonly connection: Connection;
  readonly ids: Ids;
  readonly clock: Clock;
  /** Fields of the ATS whose values are never stored, by field id. */
  readonly fieldMasks: ReadonlyMap<string, MaskKind>;
  /** Told of lost connections and refused records, once each; callers hear of their own records besides. */
  readonly onError: (error: unknown) => void;
  /** Told of each commit, with how many records it made durable. Default: nobody is told. */
  readonly onStored?: ((records: number) => void) | undefined;
  /** Longest stored body in bytes; what is beyond it is cut, with a fact. Default 262,144. */
  readonly maxStoredBodyBytes?: number;
  /** How long a record may wait for a connection to come back before its caller gets a 503. Default 5,000 ms. */
  readonly patienceMs?: number;
}

/** A recorder with a connection to end. */
export interface OpenExchangeRecorder extends ExchangeRecorder {
  /** Stores what is under way, then disconnects. Records that come later are refused. */
  readonly close: () => Promise<void>;
}

/**
 * Masks exchanges and stores them durably. `record` resolves once its record is on disk; it rejects with
 * `EXCHANGE-LOG-UNAVAILABLE` (503) when that cannot be had, and with `EXCHANGE-LOG-REFUSED` (500) for a record that the
 * database does not take. Connects at the first record, and again by itself.
 */
export function createExchangeRecorder(options: ExchangeRecorderOptions): OpenExchangeRecorder {
  const { connection, clock, ids, onError } = options;
  const rules = {
    keyKinds: createKeyKinds(options.fieldMasks),
    limitBytes: options.maxStoredBodyBytes ?? 262_144,
  };
  const commits = createGroupCommit({
    connection,
    clock,
    onError,
    patienceMs: options.patienceMs ?? 5000,
    onStored: options.onStored ?? (() => undefined),
  });
  return {
    prepare: (raw) => prepareExchange(raw, rules, ids),
    record: async (raw) => {
      const prepared = prepareExchange(raw, rules, ids);
      await commits.store(prepared);
      return prepared.id;
    },
    close: commits.close,
  };
}
