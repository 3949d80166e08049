import { vendorErrors } from "@slipway/ats-model";

import type { Call } from "../call/call.ts";
import { SandboxProblem } from "../call/sandbox.problems.ts";
import type { QuotaReading } from "../quota/request-quota.ts";

/** Refuses what goes beyond the day's requests (3P); the requests refused count as well. */
export function rejectOverQuota({ quota }: Call & { readonly quota: QuotaReading }): void {
  if (!quota.exceeded) return;
  const { code, status } = vendorErrors.quotaExceeded;
  throw new SandboxProblem({
    code: "SANDBOX-QUOTA-EXCEEDED",
    status,
    items: [
      {
        code,
        message: `The day's ${quota.limit} requests are used up. Expected the next request after 00:00 UTC, in ${quota.resetSeconds} seconds.`,
      },
    ],
    headers: [["retry-after", String(quota.resetSeconds)]],
  });
}
