import type { Actor, LifecycleState } from "./lifecycle.wire.ts";

/** What a listing says. */
export interface ListingText {
  readonly name: string;
  readonly tagline: string;
  readonly description: string;
  readonly categories: readonly string[];
  readonly optionalFeatures: readonly string[];
  /** Where customers get help: a mail address or an https address. */
  readonly supportContact: string;
  readonly links: readonly { readonly label: string; readonly address: string }[];
}

/** The listing of an integration. */
export interface Listing {
  readonly integrationId: string;
  readonly state: LifecycleState;
  readonly draft: ListingText;
  /** As it was published last. */
  readonly published?: ListingText;
}

/** An event of a listing. */
export interface ListingMove {
  readonly event: "publish" | "withdraw" | "take-down" | "put-up";
  readonly actor?: Actor;
  readonly reason: string;
}

/** An integration in the marketplace. */
export interface ListedIntegration extends ListingText {
  readonly integrationId: string;
  readonly organisation: string;
  readonly framework: string;
  readonly designation: "prime" | "standard";
  /** What holds now; missing: Non-Standard. */
  readonly designationInForce?: "prime" | "standard";
  readonly standing: LifecycleState;
  readonly isAvailable: boolean;
  readonly version: number;
  readonly validatedAt: string;
}

/** What anybody sees of the marketplace, in its order. */
export interface Marketplace {
  readonly at: string;
  readonly listings: readonly ListedIntegration[];
}

/** A call to a partner that was not made because its integration was held, and is not made later by itself. */
export interface UnsentEvent {
  readonly id: string;
  readonly customerId: string;
  readonly kind: string;
  readonly eventType?: string;
  readonly why: string;
  readonly references: {
    readonly personId?: number;
    readonly jobId?: number;
    readonly workflowId?: number;
    readonly orderId?: string;
  };
  readonly raisedAt: string;
}
