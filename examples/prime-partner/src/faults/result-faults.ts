import { setTimeout as wait } from "node:timers/promises";

import type { AtsAnswer, AtsCall, CallAts } from "./ats-call.ts";
import { changing, isRepeated } from "./answers.ts";
import type { Faults } from "./fault.ts";

const complete = "D37002019001";
const cancelled = "D37002019002";

/** A call that creates or changes a result row. */
function writesRow({ method, address }: AtsCall): boolean {
  return method !== "GET" && address.includes("/fields/assessmentresults");
}

function statusIn(call: AtsCall): string | undefined {
  // Rows are written with the node's id.
  const status = call.body?.["assessmentstatus"] as { readonly id?: string } | undefined;
  return writesRow(call) ? status?.id : undefined;
}

function completesRow(call: AtsCall): boolean {
  return statusIn(call) === complete;
}

/** Writes rows with other values in those that say the assessment is complete. */
const completingWith = (values: Readonly<Record<string, unknown>>) => ({
  callAts:
    (callAts: CallAts): CallAts =>
    async (call) =>
      callAts(completesRow(call) ? { ...call, body: { ...call.body, ...values } } : call),
});

const done: AtsAnswer = { status: 204, location: undefined, body: undefined };

/** What arrives in the ATS, and when. */
export const resultFaults = {
  "never-delivers-result": {
    does: "never writes that an assessment is complete",
    behaviour: () => ({
      callAts: (callAts) => async (call) => (completesRow(call) ? done : callAts(call)),
    }),
  },
  "delivers-result-late": {
    does: "writes the result after the time that the pack gives",
    behaviour: () => ({
      callAts: (callAts) => async (call) => {
        if (completesRow(call)) await wait(64_000);
        return callAts(call);
      },
    }),
  },
  "omits-score-and-result": {
    does: "completes the row without score and result",
    behaviour: () => completingWith({ assessmentscore: undefined, assessmentresult: undefined }),
  },
  "writes-result-twice": {
    does: "creates two rows for one order",
    behaviour: () => ({
      callAts: (callAts) => async (call) => {
        if (call.method === "POST" && writesRow(call)) await callAts(call);
        return callAts(call);
      },
    }),
  },
  "writes-row-for-repeated-order": {
    does: "refuses the same order again, and writes a second row for it",
    behaviour: () => {
      const written = new Map<number, () => Promise<AtsAnswer>>();
      return {
        callAts: (callAts) => async (call) => {
          const workflow = Number(/\/applicantworkflows\/(\d+)/u.exec(call.address)?.[1]);
          if (call.method === "POST") written.set(workflow, async () => callAts(call));
          return callAts(call);
        },
        answer: changing(isRepeated, async ({ answer, received }) => {
          await written.get(received?.workflowId ?? 0)?.();
          return answer;
        }),
      };
    },
  },
  "leaves-row-of-cancelled-order": {
    does: "cancels an order and leaves its row as it was",
    behaviour: () => ({
      callAts: (callAts) => async (call) => (statusIn(call) === cancelled ? done : callAts(call)),
    }),
  },
  "writes-to-other-candidate": {
    does: "writes the result into an earlier candidate's application",
    behaviour: () => {
      const workflows = new Map<string, string>();
      return {
        callAts: (callAts) => async (call) => {
          const [workflow = ""] = /^.*\/applicantworkflows\/\d+/u.exec(call.address) ?? [];
          const customer = workflow.slice(0, workflow.lastIndexOf("/applicantworkflows"));
          const earlier = workflows.get(customer) ?? workflow;
          if (workflow !== "") workflows.set(customer, earlier);
          const address = call.address.replace(workflow, earlier);
          return callAts(call.method === "POST" ? { ...call, address } : call);
        },
      };
    },
  },
  "changes-other-row": {
    does: "writes the result of an order into the row of another",
    behaviour: () => {
      const rows: string[] = [];
      return {
        callAts: (callAts) => async (call) => {
          if (!completesRow(call)) {
            const answer = await callAts(call);
            if (writesRow(call) && answer.location !== undefined) rows.push(answer.location);
            return answer;
          }
          const customer = call.address.replace(/\/applicantworkflows\/.*$/u, "");
          const other = rows.find((row) => row !== call.address && row.startsWith(customer));
          return callAts({ ...call, address: other ?? call.address });
        },
      };
    },
  },
  "writes-too-long-text": {
    does: "sends a result text of 300 characters and leaves it at the refusal",
    behaviour: () => completingWith({ assessmentnotes: "long ".repeat(60) }),
  },
  "writes-wrong-date": {
    does: "writes the date as 31/12/2026",
    behaviour: () => completingWith({ assessmentdate: "31/12/2026" }),
  },
  "writes-unknown-status": {
    does: "writes a status that is on no list",
    behaviour: () => completingWith({ assessmentstatus: { value: "Finished" } }),
  },
  "writes-other-name": {
    does: "writes the result under the name of another package of the customer",
    behaviour: () => {
      const names = new Map<string, string>();
      return {
        understand: (received, { packages }) => {
          const other = packages.find(({ packageId }) => packageId !== received.packageId);
          names.set(received.atsAddress, other?.name ?? "");
          return received;
        },
        callAts: (callAts) => async (call) => {
          const [customer = ""] = /^.*\/customers\/\d+/u.exec(call.address) ?? [];
          const assessmentname = { value: names.get(customer) };
          return callAts(
            call.method === "POST" ? { ...call, body: { ...call.body, assessmentname } } : call,
          );
        },
      };
    },
  },
} satisfies Faults;
