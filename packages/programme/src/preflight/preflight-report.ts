import type { Region } from "@slipway/exchange";

/** What was looked at before a run: configuration faults are found here, never counted as the partner's failure. */
export interface PreflightReport {
  /** False when anything is red: a run cannot start then. */
  readonly green: boolean;
  readonly items: readonly PreflightItem[];
}

export interface PreflightItem {
  readonly id: PreflightItemId;
  readonly region: Region;
  readonly title: string;
  readonly outcome: PreflightOutcome;
}

export type PreflightItemId =
  | "address"
  | "tls"
  | "clock-skew"
  | "authentication-accepted"
  | "authentication-refused"
  | "ats-credential"
  | "package-list"
  | "enablement-sheet";

/**
 * One fault makes one item red: what cannot be looked at because of it is `not-exercised`. `amber`: worth knowing, does not
 * keep a run from starting.
 */
export type PreflightOutcome =
  | { readonly kind: "green"; readonly found: string }
  | {
      readonly kind: "amber" | "red";
      readonly expected: string;
      readonly found: string;
      readonly toDo: string;
    }
  | { readonly kind: "not-applicable" | "not-exercised"; readonly why: string };
