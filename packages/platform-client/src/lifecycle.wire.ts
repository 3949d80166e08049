import type { Integration } from "./integration.wire.ts";
import type { ManifestEntry } from "./wire.ts";

/** Who does something; on record with what was done. */
export interface Actor {
  readonly name: string;
  readonly role:
    | "partner-developer"
    | "partner-admin"
    | "customer-admin"
    | "customer-developer"
    | "reviewer"
    | "partner-manager"
    | "programme-owner"
    | "operator";
  readonly organisation: string;
}

/** What is going to be built, as it is reviewed. */
export interface Design {
  readonly useCase: string;
  readonly valueProposition: string;
  /** As `GET /people/{id}`. */
  readonly operations: readonly string[];
  readonly events: readonly string[];
  readonly optionalFeatures: readonly string[];
  readonly manifest: readonly ManifestEntry[];
  readonly setUpSteps: readonly string[];
  readonly valuesPerCustomer: readonly string[];
  readonly setUpQuestions: readonly string[];
}

/** What may happen next, and who may make it happen. */
export interface AllowedEvent {
  readonly event: string;
  readonly by: readonly string[];
}

/** A state with its own facts; instants are ISO 8601 in UTC. */
export interface LifecycleState {
  readonly kind: string;
  readonly [fact: string]: unknown;
}

/** A version of an integration. */
export interface IntegrationVersion {
  readonly number: number;
  readonly state: LifecycleState;
  readonly design?: Design;
  readonly approvedDesign?: Design;
  /** What it has to prove, as frozen with its latest approval. */
  readonly requirements?: RequirementSet;
  readonly flags: readonly {
    readonly kind: string;
    readonly where: string;
    readonly found: string;
    readonly toDo: string;
  }[];
  readonly repeatability?: {
    readonly setUpSteps: number;
    readonly valuesPerCustomer: number;
    readonly setUpQuestions: number;
  };
  readonly allowed: readonly AllowedEvent[];
  readonly createdAt: string;
}

/** What a version has to prove. */
export interface RequirementSet {
  readonly framework: string;
  readonly connectorType: "prime" | "standard";
  readonly pack: { readonly id: string; readonly version: string; readonly hash: string };
  readonly requirements: readonly RequiredProof[];
  /** What the pack asks of optional features that the design does not declare. */
  readonly leftOut: readonly RequiredProof[];
  /** What the design declares and the framework does not know. */
  readonly unknownFeatures: readonly string[];
}

export interface RequiredProof {
  readonly id: string;
  readonly title: string;
  readonly severity: "must" | "advisory";
  /** The optional feature for which it is asked. */
  readonly feature?: string;
}

/** A question about a version, and its answer. */
export interface ReviewItem {
  readonly id: string;
  readonly version: number;
  readonly about: string;
  readonly question: string;
  readonly openedBy: Actor;
  readonly openedAt: string;
  readonly state: "open" | "closed";
  readonly answer?: string;
  readonly closedBy?: Actor;
  readonly closedAt?: string;
}

/** An integration's whole life as it stands. */
export interface Lifecycle {
  readonly integration: Integration;
  readonly standing: LifecycleState;
  readonly allowed: readonly AllowedEvent[];
  /** Where there is one; what is still asked of its partner stands beside it. */
  readonly sandbox?: {
    readonly sandboxId: string;
    readonly withoutCredentials: readonly ("a" | "b")[];
    readonly missing: readonly string[];
  };
  readonly versions: readonly IntegrationVersion[];
  readonly items: readonly ReviewItem[];
}

/** Something that happened; each entry carries the hash of the one before. */
export interface HistoryEntry {
  readonly number: number;
  readonly integrationId: string;
  readonly version: number | null;
  readonly at: string;
  readonly actor: {
    readonly name: string;
    readonly role: string;
    readonly organisation: string;
    /** Whoever had the installation's token did it in this name. */
    readonly by?: "operator";
  };
  readonly event: string;
  readonly reason: string;
  readonly before: object | null;
  readonly after: object;
  readonly previousHash: string;
  readonly hash: string;
}

/** Whether the history is as it was written. */
export type HistoryVerification =
  | { readonly kind: "intact"; readonly entries: number; readonly lastHash: string }
  | {
      readonly kind: "broken";
      readonly entry: number;
      readonly expected: string;
      readonly found: string;
    };

/** What a registration says; the same registration again returns the one on record. */
export interface Registration
  extends
    Pick<Integration, "name" | "framework">,
    Partial<Pick<Integration, "connectorType" | "path" | "organisation" | "contact">> {
  /** Name of the customer on record; with the customer-specific path alone. */
  readonly customer?: string;
}

/** An event of a version, with what only some events need. */
export interface VersionMove {
  readonly event: string;
  /** Who acts, with the installation's token; any other token says it. */
  readonly actor?: Actor;
  readonly reason: string;
  /** With `change-design`. */
  readonly design?: Design;
  /** With `submit-validation`. */
  readonly runId?: string;
  /** With `submit-validation`. */
  readonly confirmedBy?: string;
  /** With `replace`. */
  readonly replacedBy?: number;
}

/** An event of an integration's standing. */
export interface StandingMove {
  readonly event: string;
  /** Who acts, with the installation's token; any other token says it. */
  readonly actor?: Actor;
  readonly reason: string;
  /** With `extend-deadline`: the new date, in UTC. */
  readonly until?: string;
  /** With `extend-deadline`: which of several. Default: the one that the standing names. */
  readonly deadlineId?: string;
}

/** What a submission of a version holds, and what is not confirmed as it is now. */
export interface Submission {
  readonly version: number;
  readonly slots: readonly {
    readonly id: string;
    readonly title: string;
    readonly requirement: string;
    readonly record: "field-manifest" | "enablement-sheet" | "everything";
    readonly state: "empty" | "unconfirmed" | "outdated" | "confirmed";
    readonly toDo?: string;
    readonly confirmedBy?: Actor;
    readonly confirmedAt?: string;
  }[];
  readonly missing: readonly string[];
}
