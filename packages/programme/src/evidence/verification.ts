import type { Designation } from "../lifecycle/standing-state.ts";

/** How a designation stands at the moment of asking. Only `in-force` and `revalidation-due` are a designation. */
export type PublicStanding =
  | { readonly kind: "in-force" }
  | { readonly kind: "revalidation-due"; readonly dueAt: Date | undefined }
  | { readonly kind: "overdue"; readonly dueAt: Date | undefined }
  | { readonly kind: "suspended"; readonly since: Date }
  | { readonly kind: "removed"; readonly since: Date };

/** What anybody may know of an integration that is or was designated. */
export interface Verification {
  readonly id: string;
  /** When this was so, on the installation's clock. */
  readonly at: Date;
  readonly integration: string;
  readonly organisation: string;
  readonly framework: string;
  /** What the last designation was given as; whether it holds is said by the standing. */
  readonly designation: Designation;
  readonly version: number;
  /** The requirement pack that was proved; undefined where its basis is not on record. */
  readonly pack: { readonly id: string; readonly version: string } | undefined;
  readonly since: Date;
  readonly standing: PublicStanding;
  /** Undefined where none was built. */
  readonly bundle:
    | {
        readonly sha256: string;
        readonly keyId: string;
        /** Whether anybody may download it. */
        readonly isPublic: boolean;
      }
    | undefined;
}
