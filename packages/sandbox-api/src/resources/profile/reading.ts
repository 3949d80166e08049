import type { Tenant } from "@slipway/ats-model";

import type { ProfileStore } from "./profile.store.ts";

/** Where a profile is read. */
export interface Reading {
  readonly store: ProfileStore;
  readonly tenant: Tenant;
}
