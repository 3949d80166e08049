import type { OutboundKind, Region, SandboxId } from "@slipway/exchange";

import {
  parseConnectionRow,
  type ConnectionRow,
  type StoredConnection,
} from "./connection/connection-row.ts";
import type { DeliveryReferences, DeliveryRequest } from "./delivery-request.ts";

/** A delivery in a worker's hands, with what the worker needs to make the call. */
export interface ClaimedDelivery {
  readonly customerId: string;
  readonly id: string;
  readonly sandboxId: SandboxId;
  readonly region: Region;
  readonly kind: OutboundKind;
  readonly lane: string;
  readonly request: DeliveryRequest;
  readonly references: DeliveryReferences;
  /** When it was started, on the tenant's clock; undefined before. */
  readonly startedAt: Date | undefined;
  readonly connection: StoredConnection | undefined;
  /** Key of the marks' digests of the sandbox. */
  readonly maskKey: Uint8Array;
}

/** What `claimedColumns` selects. */
export interface ClaimedRow {
  readonly customer_id: string;
  readonly id: string;
  readonly sandbox_id: string;
  readonly region: Region;
  readonly kind: string;
  readonly lane: string;
  readonly request: DeliveryRequest;
  readonly refs: DeliveryReferences;
  readonly started_at: Date | null;
  readonly mask_key: Uint8Array | null;
  readonly endpoint: string | null;
  readonly authentication: ConnectionRow["authentication"];
  readonly secret_ciphertext: Uint8Array | null;
  readonly previous_secret_ciphertext: Uint8Array | null;
  readonly previous_valid_until: Date | null;
  readonly enablement: ConnectionRow["enablement"];
  readonly connection_updated_at: Date;
}

/** The columns of a delivery `d`, its connection `c` and its sandbox `s`. */
export const claimedColumns = `
  d.customer_id, d.id, d.sandbox_id, d.region, d.kind, d.lane, d.request, d.refs, d.started_at, s.mask_key,
  c.endpoint, c.authentication, c.secret_ciphertext, c.previous_secret_ciphertext, c.previous_valid_until,
  c.enablement, c.updated_at as connection_updated_at`;

/** Joins connection and sandbox to rows that have `sandbox_id` and `region`. */
export const claimedJoins = (rows: string): string => `
  left join partner_connection c on c.sandbox_id = ${rows}.sandbox_id and c.region = ${rows}.region
  left join sandbox s on s.id = ${rows}.sandbox_id`;

export function parseClaimedRow(row: ClaimedRow): ClaimedDelivery {
  return {
    customerId: row.customer_id,
    id: row.id,
    // Both were written by `planDelivery`, whose types admit nothing else.
    sandboxId: row.sandbox_id as SandboxId,
    kind: row.kind as OutboundKind,
    region: row.region,
    lane: row.lane,
    request: row.request,
    references: row.refs,
    startedAt: row.started_at ?? undefined,
    connection:
      row.endpoint === null
        ? undefined
        : parseConnectionRow({
            ...row,
            endpoint: row.endpoint,
            updated_at: row.connection_updated_at,
          }),
    // A sandbox that is gone has no marks to compare with.
    maskKey: row.mask_key ?? new Uint8Array(32),
  };
}
