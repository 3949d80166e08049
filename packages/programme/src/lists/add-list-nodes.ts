import {
  listNodes,
  type ListNode,
  type NewListNode,
  type Tenant,
  type TenantSettings,
} from "@slipway/ats-model";

import type { ProgrammeParts } from "../programme-parts.ts";
import { changeSettings } from "../sandboxes/change-settings.ts";

/** Adds nodes to a tenant's lists; a node whose text the list offers already is left out. Every process sees them from then on. */
export async function addListNodes(
  parts: Pick<ProgrammeParts, "database" | "tenants">,
  tenant: Tenant,
  nodes: readonly NewListNode[],
): Promise<void> {
  await changeSettings(parts, tenant, (settings) =>
    nodes.reduce(
      (grown, { list, node }) => withNode(grown, { list, text: node.value, make: () => node }),
      settings,
    ),
  );
}

export interface NodeToAdd {
  readonly list: string;
  readonly text: string;
  /** Makes the node from those that the list has. */
  readonly make: (known: readonly ListNode[]) => ListNode;
}

/** The settings with one node more; the same settings when the list offers the text already. Texts match without case (INF). */
export function withNode(
  settings: TenantSettings,
  { list, text, make }: NodeToAdd,
): TenantSettings {
  const known = listNodes(settings, list);
  const isOffered = known.some(
    ({ hidden, value }) => hidden !== true && value.toLowerCase() === text.toLowerCase(),
  );
  if (isOffered) return settings;
  return { ...settings, lists: { ...settings.lists, [list]: [...known, make(known)] } };
}
