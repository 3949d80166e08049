import type { Tenant } from "@slipway/ats-model";
import type { Clock } from "@slipway/foundation";

import type { ApiUser } from "../credentials/api-user.ts";
import type { QuotaReading } from "../quota/request-quota.ts";

/** Whose data a call works on, as whom, and at what time. */
export interface Session {
  /** As the user's login group sees it. */
  readonly tenant: Tenant;
  readonly user: ApiUser;
  readonly clock: Clock;
  /** The day's requests; undefined before they were counted. */
  quota?: QuotaReading;
}
