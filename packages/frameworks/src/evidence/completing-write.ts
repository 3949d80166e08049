import type { Exchange } from "@slipway/exchange";

import { writesCompleteStatus } from "./writes-complete-status.ts";

const rowPath = /\/fields\/assessmentresults(?:\/(?<entry>\d+))?$/u;

/** The first call of one workflow's that the ATS took and that set the row `entry` to Complete; `calls` are oldest first. */
export function completingWrite(calls: readonly Exchange[], entry: number): Exchange | undefined {
  return calls.find((call) => entryWritten(call) === entry && writesCompleteStatus(call));
}

/** The row that a call created or changed; undefined when it did neither. */
function entryWritten({ direction, request, answer }: Exchange): number | undefined {
  const path = rowPath.exec(request.path);
  if (path === null || direction !== "to-ats" || answer.kind !== "answered") return undefined;
  if (request.method === "PATCH" && answer.status < 300) return Number(path.groups?.["entry"]);
  if (request.method !== "POST" || answer.status !== 201) return undefined;
  const location = answer.headers.find(([name]) => name.toLowerCase() === "location")?.[1];
  return Number(rowPath.exec(location ?? "")?.groups?.["entry"]);
}
