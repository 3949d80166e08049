/** How often a client asks for tokens. Kept in memory, by each process for itself. */
export interface TokenThrottle {
  /** Counts a request; gives the seconds to wait when it was one too many. On the tenant's clock. */
  readonly count: (clientId: string, now: Date) => number | undefined;
}

/** More than so many in the time below are throttled (3P). */
const limit = 500;
const windowMs = 600_000;
const rememberedClients = 10_000;

interface Window {
  readonly beganAt: number;
  requests: number;
}

export function createTokenThrottle(): TokenThrottle {
  const windows = new Map<string, Window>();
  const windowAt = (clientId: string, now: number): Window => {
    const known = windows.get(clientId);
    const ageMs = now - (known?.beganAt ?? -Infinity);
    // A clock that was moved back begins anew as well.
    if (known !== undefined && ageMs >= 0 && ageMs < windowMs) return known;
    if (windows.size >= rememberedClients) windows.clear();
    const fresh = { beganAt: now, requests: 0 };
    windows.set(clientId, fresh);
    return fresh;
  };
  return {
    count: (clientId, now) => {
      const window = windowAt(clientId, now.getTime());
      window.requests += 1;
      const leftMs = window.beganAt + windowMs - now.getTime();
      return window.requests > limit ? Math.ceil(leftMs / 1_000) : undefined;
    },
  };
}
