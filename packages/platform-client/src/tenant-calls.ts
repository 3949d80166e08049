import { part, searchOf } from "./addresses.ts";
import type { Call } from "./caller.ts";
import type { CallerAddresses } from "./credential.wire.ts";
import type { ExchangeQuery } from "./list-queries.ts";
import type { LoginGroup, LoginGroupSent } from "./login-group.ts";
import type { TenantSwitch } from "./tenant-switch.wire.ts";
import type { AssessmentOrder, Delivery, Exchange, RecruiterView } from "./traffic.wire.ts";

interface TenantSwitches {
  readonly switches: readonly TenantSwitch[];
}

interface LoginGroups {
  readonly loginGroups: readonly LoginGroup[];
}

/** The calls about one tenant: its log, what a recruiter does in it, and how it is set. */
export interface TenantCalls {
  readonly loadCallerAddresses: (customerId: string) => Promise<CallerAddresses>;
  /** Replaces the list; `CALLER-ADDRESSES-INVALID` names the entries that are no addresses. */
  readonly setCallerAddresses: (
    customerId: string,
    addresses: readonly string[],
  ) => Promise<CallerAddresses>;
  readonly listExchanges: (
    customerId: string,
    query?: ExchangeQuery,
  ) => Promise<readonly Exchange[]>;
  readonly loadExchange: (customerId: string, exchangeId: string) => Promise<Exchange>;
  readonly moveCandidate: (
    customerId: string,
    workflowId: number,
    status: string,
  ) => Promise<{
    readonly oldStatus: string;
    readonly newStatus: string;
    /** Of the event; missing where the move raised none, or there is nobody to tell. */
    readonly deliveryId?: string;
    /** What the recruiter reads where the event is not sent, as while the integration is suspended. */
    readonly recruiterView?: RecruiterView;
  }>;
  readonly orderAssessment: (
    customerId: string,
    order: { readonly workflowId: number; readonly packageId: string },
  ) => Promise<AssessmentOrder>;
  readonly loadOrder: (customerId: string, orderId: string) => Promise<AssessmentOrder>;
  /** Asks the partner to cancel; what came of it is the delivery's to tell. */
  readonly cancelOrder: (
    customerId: string,
    orderId: string,
  ) => Promise<{ readonly deliveryId: string }>;
  readonly loadDelivery: (customerId: string, deliveryId: string) => Promise<Delivery>;
  /** The login groups of a tenant that have rules. */
  readonly listLoginGroups: (customerId: string) => Promise<readonly LoginGroup[]>;
  /** Puts these in place of all of them. */
  readonly saveLoginGroups: (
    customerId: string,
    groups: readonly LoginGroupSent[],
  ) => Promise<readonly LoginGroup[]>;
  readonly listSwitches: (customerId: string) => Promise<readonly TenantSwitch[]>;
  /** Sets those named, by id; `SWITCHES-INVALID` names every fault. */
  readonly setSwitches: (
    customerId: string,
    switches: Readonly<Record<string, string>>,
  ) => Promise<readonly TenantSwitch[]>;
}

export function tenantCalls(call: Call): TenantCalls {
  const get = async <Answer>(path: string): Promise<Answer> => call("GET", path);
  const post = async <Answer>(path: string, body?: object): Promise<Answer> =>
    call("POST", path, body);
  return {
    loadCallerAddresses: async (customerId) => get(callersPath(customerId)),
    setCallerAddresses: async (customerId, addresses) =>
      call("PUT", callersPath(customerId), { addresses }),
    listExchanges: async (customerId, query = {}) =>
      (
        await get<{ readonly exchanges: readonly Exchange[] }>(
          `/tenants/${part(customerId)}/exchanges?${searchOf(query)}`,
        )
      ).exchanges,
    loadExchange: async (customerId, exchangeId) =>
      get(`/tenants/${part(customerId)}/exchanges/${part(exchangeId)}`),
    moveCandidate: async (customerId, workflowId, status) =>
      post(`/tenants/${part(customerId)}/workflows/${workflowId}/move`, { status }),
    orderAssessment: async (customerId, order) =>
      post(`/tenants/${part(customerId)}/orders`, order),
    loadOrder: async (customerId, orderId) =>
      get(`/tenants/${part(customerId)}/orders/${part(orderId)}`),
    cancelOrder: async (customerId, orderId) =>
      post(`/tenants/${part(customerId)}/orders/${part(orderId)}/cancel`),
    loadDelivery: async (customerId, deliveryId) =>
      get(`/tenants/${part(customerId)}/deliveries/${part(deliveryId)}`),
    listLoginGroups: async (customerId) =>
      (await get<LoginGroups>(`/tenants/${part(customerId)}/login-groups`)).loginGroups,
    listSwitches: async (customerId) =>
      (await get<TenantSwitches>(`/tenants/${part(customerId)}/switches`)).switches,
    setSwitches: async (customerId, switches) =>
      (await post<TenantSwitches>(`/tenants/${part(customerId)}/switches`, { switches })).switches,
    saveLoginGroups: async (customerId, loginGroups) =>
      (await call<LoginGroups>("PUT", `/tenants/${part(customerId)}/login-groups`, { loginGroups }))
        .loginGroups,
  };
}

function callersPath(customerId: string): string {
  return `/tenants/${part(customerId)}/caller-addresses`;
}
