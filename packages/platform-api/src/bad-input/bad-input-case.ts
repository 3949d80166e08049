/**
 * What a route does with a body, which is what decides how it meets a bad one.
 *
 * - `read`: takes none. `act`: needs none; one that is sent is read and does not matter.
 * - `write`: takes one with required members. `start`: takes one whose members may all be left out.
 */
export type BodyUse = "read" | "act" | "write" | "start";

/** One route as the campaign calls it: on what exists, with a body that it takes. */
export interface BadInputRoute {
  readonly verb: "GET" | "POST" | "PUT";
  /** Below `/api/v1`; `{name}` stands for the id of something that exists. */
  readonly path: string;
  readonly use: BodyUse;
  /** The status of the good request. */
  readonly status: number;
  /** Missing where none is taken. Texts may hold `{name}` as well; `{#name}` is a number. */
  readonly good?: Readonly<Record<string, unknown>>;
  /** The code of an object without members, where only who acts is missing then. */
  readonly emptyCode?: string;
}

/** One way to spoil a request, and how each kind of route answers it. */
export interface BadInputCase {
  /** Stable; names the case in a test's report. */
  readonly id: string;
  readonly what: string;
  readonly spoil: (good: string) => SpoiltRequest;
  readonly answers: Readonly<Record<BodyUse, BadInputAnswer>>;
}

/** `as-good`: as if nothing were wrong. `refused-where-ids`: refused on paths with an id, elsewhere as if nothing were wrong. */
export type BadInputAnswer =
  | { readonly kind: "as-good" }
  | {
      readonly kind: "refused" | "refused-where-ids";
      readonly status: number;
      /** Missing: one of those that say that nothing has this id. */
      readonly code?: string;
    };

/** What differs from the good request. */
export interface SpoiltRequest {
  readonly verb?: string;
  /** What becomes of an id in the path; each of them is tried by itself. */
  readonly id?: (id: string) => string;
  /** What becomes of the path. */
  readonly path?: (path: string) => string;
  readonly body?: string | Uint8Array;
  /** Null leaves the header out. */
  readonly headers?: Readonly<Record<string, string | null>>;
}
