import type { NewListNode, Tenant, TenantDirectory } from "@slipway/ats-model";
import type { Database } from "@slipway/database";
import type { EventPlanner, ExchangeRecorder, Region } from "@slipway/exchange";
import type { Clock, Ids } from "@slipway/foundation";

/** The secrets of a tenant that this API needs. */
export interface TenantSecrets {
  /** Key of the marks' digests: one per sandbox pair, never exported. Asked once per recorded call, so it should be at hand. */
  readonly maskKeyOf: (customerId: string) => Promise<Uint8Array>;
  /** Decrypts the key with which a user of the customer signs. Fails when it cannot be read, which is our fault. */
  readonly unsealKey: (customerId: string, sealed: Uint8Array) => Promise<string>;
}

/** What one region's listener is made of. */
export interface SandboxApiOptions {
  /** The region it serves: a tenant of the other one is an unknown customer here. */
  readonly region: Region;
  readonly database: Database;
  /** Asked once per call, so it should answer from memory. */
  readonly tenants: TenantDirectory;
  readonly secrets: TenantSecrets;
  readonly recorder: ExchangeRecorder;
  readonly planEvent: EventPlanner;
  /** The installation's clock: measures durations and the life of cached credentials. */
  readonly clock: Clock;
  /** The tenant's own, movable clock. */
  readonly clockOf: (tenant: Tenant) => Clock;
  readonly ids: Ids;
  /** Keeps the nodes that an open list (school, major, degree) gains by a write; awaited before the write. */
  readonly addListNodes: (tenant: Tenant, nodes: readonly NewListNode[]) => Promise<void>;
  /** Called after the commit of a change that raised an event: wakes whoever delivers it. */
  readonly onEventRaised?: () => void;
  /** Told of our own faults, which the caller sees as status 500, code 0. */
  readonly onBug?: (bug: unknown, transactionId: string) => void;
}
