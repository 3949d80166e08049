import type { Application } from "./application.ts";
import type { Behaviour } from "./behaviour.ts";

/** The nodes of a row's status, the same at every customer. */
const status = { complete: "D37002019001", sent: "D37002019004" } as const;

/** Adds the row of an application that has begun; returns its number, or undefined where the row comes with the result. */
export async function addSentRow(
  { ats, workflowId, assessment }: Application,
  behaviour: Behaviour,
  now: Date,
): Promise<number | undefined> {
  if (behaviour.writesNothing === true || behaviour.writesOnceOnly === true) return undefined;
  return ats.applicantworkflows.collection(workflowId, "assessmentresults").add({
    assessmentname: { value: assessment },
    assessmentstatus: { id: status.sent },
    assessmentdate: dateText(now),
  });
}

/** Completes the row, or adds it complete where there is none. */
export async function writeResult(
  { ats, workflowId, assessment }: Application,
  { entry, behaviour, now }: ResultContext,
): Promise<void> {
  if (behaviour.writesNothing === true) return;
  const rows = ats.applicantworkflows.collection(workflowId, "assessmentresults");
  const outcome =
    behaviour.leavesOutScore === true ? {} : { assessmentscore: 87.5, assessmentresult: "Passed" };
  const row = {
    assessmentname: { value: assessment },
    assessmentstatus: { id: status.complete },
    assessmentdate: dateText(now),
    ...outcome,
  };
  if (entry === undefined || behaviour.addsSecondRow === true) await rows.add(row);
  else await rows.update(entry, row);
}

export interface ResultContext {
  /** Number of the row that is there already. */
  readonly entry: number | undefined;
  readonly behaviour: Behaviour;
  readonly now: Date;
}

/** The vendor's form of an instant, in UTC: `2026-02-03 04:05 PM`. */
function dateText(at: Date): string {
  const [day = "", time = ""] = at.toISOString().split("T");
  const hour = at.getUTCHours();
  const twelve = String(hour % 12 === 0 ? 12 : hour % 12).padStart(2, "0");
  return `${day} ${twelve}:${time.slice(3, 5)} ${hour < 12 ? "AM" : "PM"}`;
}
