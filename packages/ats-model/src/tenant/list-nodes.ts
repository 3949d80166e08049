import type { ListNode } from "./list-node.ts";
import type { TenantSettings } from "./tenant.ts";

/** The name under which field tables refer to the workflow statuses; the vendor documents no list id for them (DOC). */
export const workflowStatusList = "workflow-statuses";

/** The name under which a tenant keeps the bins of its workflow statuses; ours, for the vendor documents none. */
export const workflowBinList = "workflow-bins";

/** The nodes of a list, workflow statuses included; empty when the tenant has no such list. */
export function listNodes(settings: TenantSettings, list: string): readonly ListNode[] {
  if (list === workflowStatusList) return settings.statuses;
  return Object.hasOwn(settings.lists, list) ? (settings.lists[list] ?? []) : [];
}
