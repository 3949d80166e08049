import type { EntryWriteOf } from "@slipway/sdk";

import type { Order, OrderState } from "./order.ts";

/** Nodes of the list behind `assessmentstatus`: the ATS's own, the same at every customer. The contract names them. */
const statusNodes: Readonly<Record<OrderState["kind"], string>> = {
  sent: "D37002019004",
  complete: "D37002019001",
  cancelled: "D37002019002",
};

const longestResult = 128;
const longestNotes = 192;
const passMark = 60;

export type RowBody = EntryWriteOf<"applicantworkflows", "assessmentresults">;

/** What a new row says: which assessment it is about, and its state. */
export function newRow(order: Order, reportAddress: string): RowBody {
  return {
    assessmentname: { value: order.packageName },
    assessmenturl: reportAddress,
    assessmentdate: atsDate(order.acceptedAt),
    ...changedRow(order.state),
  };
}

/** What an existing row is changed to. */
export function changedRow(state: OrderState): RowBody {
  const status = { assessmentstatus: { id: statusNodes[state.kind] } };
  switch (state.kind) {
    case "sent":
      return status;
    case "complete":
      return {
        ...status,
        assessmentdate: atsDate(state.completedAt),
        assessmentscore: state.score,
        assessmentresult: cut(state.score >= passMark ? "Passed" : "Not passed", longestResult),
        assessmentnotes: cut(`Completed with a score of ${state.score} of 100.`, longestNotes),
      };
    case "cancelled":
      return {
        ...status,
        assessmentdate: atsDate(state.cancelledAt),
        assessmentnotes: cut("Cancelled by the recruiter.", longestNotes),
      };
  }
}

/** `yyyy-MM-dd hh:mm a` in UTC, as the ATS writes and reads it. */
function atsDate(iso: string): string {
  const hour = Number(iso.slice(11, 13));
  const hourOnClock = String(hour % 12 === 0 ? 12 : hour % 12).padStart(2, "0");
  return `${iso.slice(0, 10)} ${hourOnClock}:${iso.slice(14, 16)} ${hour < 12 ? "AM" : "PM"}`;
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
