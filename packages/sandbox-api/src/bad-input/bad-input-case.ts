import type { SandboxProblemCode } from "../call/sandbox.problems.ts";

/**
 * What an endpoint does with a body, which is what decides how it meets a bad one.
 *
 * - `read`, `remove`: no body is looked at.
 * - `create`, `update`: the fields of a profile. `add-entry`, `change-entry`: the children of a collection entry.
 * - `search`: a query.
 */
export type BodyUse =
  | "read"
  | "remove"
  | "create"
  | "update"
  | "add-entry"
  | "change-entry"
  | "search";

/** One endpoint as the campaign calls it, on profiles that exist, with a body that would succeed. */
export interface BadInputRoute {
  readonly verb: string;
  /** Below `/customers/{customerId}`. */
  readonly path: string;
  readonly use: BodyUse;
  /** Accepted as it is; the cases spoil it. Also sent where no body is looked at. */
  readonly good: Readonly<Record<string, unknown>>;
  /** The status of the good body. */
  readonly status: number;
}

/** One way to spoil a request, and the status with which each kind of endpoint answers it. */
export interface BadInputCase {
  /** Stable; names the case in the documents. */
  readonly id: string;
  readonly what: string;
  readonly spoil: (route: BadInputRoute) => SpoiltRequest;
  readonly answers: Readonly<Record<BodyUse, BadInputAnswer>>;
}

/**
 * `as-good`: as if nothing were wrong. `warned`: with this status and a warning. `refused`: with this status, for the reason
 * that our code names.
 */
export type BadInputAnswer =
  | { readonly kind: "as-good" }
  | { readonly kind: "warned"; readonly status: number }
  | { readonly kind: "refused"; readonly status: number; readonly code: SandboxProblemCode };

/** What differs from the good request. */
export interface SpoiltRequest {
  readonly verb?: string;
  readonly path?: string;
  readonly body?: string | Uint8Array;
  /** Null leaves the header out. */
  readonly headers?: Readonly<Record<string, string | null>>;
}
