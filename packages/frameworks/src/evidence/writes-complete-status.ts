import { assessmentStatusNodes } from "@slipway/ats-model";
import type { Exchange } from "@slipway/exchange";

import { bodyJson, memberAt } from "./body-json.ts";

/** Whether a call sets `assessmentstatus` of a row to Complete: by the node's id, which decides, or by its text in any case. */
export function writesCompleteStatus({ request }: Exchange): boolean {
  const status = memberAt(bodyJson(request.body), ["assessmentstatus"]);
  const id = memberAt(status, ["id"]);
  if (typeof id === "string" && id !== "") return id === assessmentStatusNodes.complete;
  const text = typeof status === "string" ? status : memberAt(status, ["value"]);
  return typeof text === "string" && text.trim().toLowerCase() === "complete";
}
