import { part, searchOf } from "./addresses.ts";
import type { Call } from "./caller.ts";
import type { LoginGroup } from "./login-group.ts";
import type { PlatformClient } from "./platform-client.ts";
import type { TenantSwitch } from "./tenant-switch.wire.ts";
import type { Exchange } from "./wire.ts";

interface TenantSwitches {
  readonly switches: readonly TenantSwitch[];
}

interface LoginGroups {
  readonly loginGroups: readonly LoginGroup[];
}

type TenantCalls = Pick<
  PlatformClient,
  | "loadCallerAddresses"
  | "setCallerAddresses"
  | "listExchanges"
  | "loadExchange"
  | "moveCandidate"
  | "orderAssessment"
  | "loadOrder"
  | "cancelOrder"
  | "loadDelivery"
  | "listLoginGroups"
  | "listSwitches"
  | "setSwitches"
  | "saveLoginGroups"
>;

/** The calls about one tenant: its log, what a recruiter does in it, and how it is set. */
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
