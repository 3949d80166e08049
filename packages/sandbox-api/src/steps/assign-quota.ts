import type { SessionCall } from "../call/call.ts";
import type { Step } from "../call/steps-of.ts";
import type { QuotaReading, RequestQuota } from "../quota/request-quota.ts";

/** Counts the request; the answer's headers tell what is left. */
export function assignQuota(
  quota: RequestQuota,
): Step<Pick<SessionCall, "session">, { readonly quota: QuotaReading }> {
  return (call) => {
    const { tenant, user, clock } = call.session;
    const reading = quota.count({
      customerId: tenant.customerId,
      username: user.username,
      limit: tenant.settings.requestQuota,
      now: clock.now(),
    });
    return reading instanceof Promise
      ? reading.then((loaded) => assign(call, loaded))
      : assign(call, reading);
  };
}

function assign({ session }: SessionCall, reading: QuotaReading): { readonly quota: QuotaReading } {
  session.quota = reading;
  return { quota: reading };
}
