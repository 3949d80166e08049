import { assessmentStatusNodes } from "@slipway/ats-model";
import {
  fail,
  notApplicable,
  notExercised,
  pass,
  type CaseCheck,
  type CaseEvidence,
  type Judgement,
} from "@slipway/conformance";
import type { Exchange } from "@slipway/exchange";

import { awaitClosedRow, type AwaitClosedRowFacts } from "../actions.ts";
import { durationText } from "../../evidence/duration-text.ts";
import { judgeFacts } from "../../evidence/judge-facts.ts";
import { acceptedWrites } from "../../evidence/result-writes.ts";
import { wasCompleteAt } from "../evidence/stated-completion.ts";
import { stepAnswer } from "../../evidence/step-answer.ts";
import { writesCompleteStatus } from "../../evidence/writes-complete-status.ts";

const place = "applicantworkflow.assessmentresults.assessmentstatus";
const toDo =
  "When you answer 200 to a cancel, stop what would complete the order and PATCH its row to Incomplete at the address that Location gave.";

/** A recruiter must not wait for the result of an order that was withdrawn. */
export const closesRow: CaseCheck = {
  id: "cancel.closes-row",
  version: 1,
  title: "Sets the result row of a cancelled order to Incomplete",
  fault: "partner",
  scope: "case",
  scenarios: ["cancel.open-order"],
  judge: (evidence, { declaration, settings }) =>
    declaration.supportsCancel
      ? judgeCancelled(evidence, durationText(settings.resultBudgetMs))
      : notApplicable("The partner does not declare supportsCancel."),
};

function judgeCancelled(evidence: CaseEvidence, budget: string): Judgement {
  const answer = stepAnswer(evidence, "cancel");
  if (answer.kind === "obstacle") return answer.judgement;
  const { exchange: cancel } = answer;
  if (answer.kind !== "answered" || answer.status !== 200)
    return wasCompleteAt(evidence, cancel)
      ? notApplicable("The order was complete before it could be cancelled.")
      : notExercised("The order was not cancelled, so its row has nothing to follow.");
  return judgeFacts(evidence, { step: "row", action: awaitClosedRow }, (facts) =>
    judgeRows(facts, { budget, cancel, writes: acceptedWrites(evidence) }),
  );
}

interface Cancelled {
  readonly budget: string;
  readonly cancel: Exchange;
  readonly writes: readonly Exchange[];
}

function judgeRows(
  { rows }: AwaitClosedRowFacts,
  { budget, cancel, writes }: Cancelled,
): Judgement {
  if (rows.length === 0) return notApplicable("No row was written for the cancelled order.");
  const open = rows.find(({ statusId }) => statusId !== assessmentStatusNodes.incomplete);
  if (open !== undefined)
    return fail(
      {
        expected: `assessmentstatus Incomplete (${assessmentStatusNodes.incomplete}) within ${budget} after the cancel`,
        arrived: statusText(open.statusId),
        where: place,
        toDo,
      },
      cancel,
      ...writes,
    );
  const late = writes.filter((write) => write.at > cancel.at && writesCompleteStatus(write));
  return late.length === 0
    ? pass(cancel, ...writes)
    : fail(
        {
          expected: "no result after the cancel",
          arrived: statusText(assessmentStatusNodes.complete),
          where: place,
          toDo,
        },
        cancel,
        ...late,
      );
}

function statusText(statusId: string | null): string {
  const name = Object.entries(assessmentStatusNodes).find(([, id]) => id === statusId)?.[0];
  if (statusId === null) return "a row without assessmentstatus";
  return name === undefined
    ? `assessmentstatus ${statusId}`
    : `assessmentstatus ${name} (${statusId})`;
}
