import type { ListingText } from "@slipway/marketplace";

import type { PublicStanding } from "../evidence/verification.ts";
import type { Designation } from "../lifecycle/standing-state.ts";

/** What anybody sees of the marketplace. */
export interface Marketplace {
  /** When this was so, on the installation's clock. */
  readonly at: Date;
  /** In their order: Prime, Standard, Non-Standard; in each whoever was validated last; then by name. */
  readonly listings: readonly ListedIntegration[];
}

/** An integration in the marketplace. Of one that is suspended it is said that it is not available. */
export interface ListedIntegration extends ListingText {
  readonly integrationId: string;
  readonly organisation: string;
  readonly framework: string;
  /** What the last validation earned; whether it holds is said by the standing. */
  readonly designation: Designation;
  /** What holds now; undefined: Non-Standard. The place follows from it. */
  readonly designationInForce: Designation | undefined;
  readonly standing: PublicStanding;
  /** False while the programme holds the integration's calls. */
  readonly isAvailable: boolean;
  /** The version that was validated. */
  readonly version: number;
  readonly validatedAt: Date;
}
