import {
  displayTextOf,
  formatDateTime,
  isHidden,
  listNodes,
  profileUrl,
  workflowStatusList,
} from "@slipway/ats-model";
import type { JsonObject } from "@slipway/foundation";

import { loadDocuments } from "../profile/profile.store.ts";
import type { Reading } from "../profile/reading.ts";
import { loadStatusLog } from "./load-status-log.ts";

/**
 * A workflow's changes of status, the newest 100, newest first; member names from an API directory (3P), their shape inferred. Who may not see
 * the status does not read it here.
 */
export async function statusLogWire(
  { store, tenant }: Reading,
  workflowId: number,
): Promise<readonly JsonObject[]> {
  const log = await loadStatusLog(store, workflowId);
  const users = [...new Set(log.map((entry) => entry.changedBy))];
  const people = await loadDocuments(
    store,
    users.map((id) => ({ noun: "people", id })),
  );
  const names = new Map(people.map(({ id, doc }) => [id, displayTextOf("people", doc)]));
  const isStatusHidden = isHidden("applicantworkflows", "status", tenant);
  const statuses = listNodes(tenant.settings, workflowStatusList);
  return log.map(({ status, changedAt, changedBy }) => {
    const text = statuses.find((node) => node.id === status)?.value ?? status;
    const name = names.get(changedBy);
    return {
      ...(isStatusHidden ? {} : { status: { id: status, formattedvalue: text, value: text } }),
      updatedDate: formatDateTime(changedAt.toISOString()),
      updatedBy: {
        id: changedBy,
        ...(name === undefined ? {} : { value: name }),
        profile: profileUrl(tenant, "people", changedBy),
      },
    };
  });
}
