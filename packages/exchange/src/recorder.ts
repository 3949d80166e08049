import type { JsonObject } from "@slipway/foundation";

import type { Actor, Header, NoAnswerReason, RecordedAnswer, References } from "./exchange.ts";
import type { CutReason } from "./fact.ts";
import type { FieldAccess } from "./field-access.ts";
import type { ExchangeId, SandboxId } from "./identifiers.ts";

/**
 * An exchange as it crossed the boundary, before masking. Lives in memory only, between the socket and the recorder.
 */
export interface RawExchange {
  readonly customerId: string;
  readonly sandboxId: SandboxId | undefined;
  /** Key of the marks' digests; one per sandbox pair. */
  readonly maskKey: Uint8Array;
  readonly direction: "to-ats" | "to-partner";
  readonly at: Date;
  readonly durationMs: number;
  readonly actor: Actor;
  readonly transactionId: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly query: string;
    readonly origin: string;
    readonly headers: readonly Header[];
    readonly body: RawBody;
  };
  readonly answer:
    | {
        readonly kind: "answered";
        readonly status: number;
        readonly headers: readonly Header[];
        readonly body: RawBody;
      }
    | {
        readonly kind: "no-answer";
        readonly reason: NoAnswerReason;
        readonly detail: string;
        readonly body: RawBody;
      };
  readonly access: readonly FieldAccess[];
  readonly references: References;
  /** Secrets known to be in play (user names' passwords, tokens): wherever they occur they become marks and a fact. */
  readonly knownSecrets: readonly string[];
  /** A redirect that was shown and not fetched. */
  readonly redirect?: { readonly forbidden: boolean };
}

/** Bytes after decompression, as far as they were read; undefined when there was no body. */
export interface RawBody {
  readonly bytes: Uint8Array | undefined;
  readonly cut?: { readonly limitBytes: number; readonly reason: CutReason };
}

/**
 * A masked exchange as rows of the tables `exchange` and `exchange_body`, ready for
 * `insert into exchange select * from jsonb_populate_record(null::exchange, $1)`, so that a write's log can stand in the
 * write's own statement.
 */
export interface PreparedExchange {
  readonly id: ExchangeId;
  /** The answer as it is stored, for whoever shows it: nothing shown may say what the log masks. */
  readonly answer: RecordedAnswer;
  readonly row: JsonObject;
  /** Undefined when neither request nor answer had a body. */
  readonly bodyRow: JsonObject | undefined;
}

/** Masks and stores exchanges. */
export interface ExchangeRecorder {
  /** Masks; the caller writes the rows with its own change. */
  readonly prepare: (raw: RawExchange) => PreparedExchange;
  /** Masks and stores; resolves once the record is durable. For reads and for refused requests: shares its commit with others. */
  readonly record: (raw: RawExchange) => Promise<ExchangeId>;
}
