import {
  fail,
  notExercised,
  pass,
  type CaseEvidence,
  type JudgeContext,
  type Judgement,
} from "@slipway/conformance";
import type { Exchange } from "@slipway/exchange";

import { awaitResult } from "../candidate-actions.ts";
import { resultWindowMs } from "../result-window-ms.ts";
import { answerText } from "./answer-text.ts";
import { durationText } from "./duration-text.ts";
import { judgeFacts } from "./judge-facts.ts";
import { acceptedWrites, refusedWrites } from "./result-writes.ts";

/** Judges whether the awaited result came by the partner's own calls; `toWrite` says what to do where none was tried. */
export function judgeWrittenResult(
  evidence: CaseEvidence,
  { declaration, settings }: JudgeContext,
  toWrite: string,
): Judgement {
  return judgeFacts(evidence, { step: "result", action: awaitResult }, (facts) => {
    if (facts.arrived) {
      const writes = acceptedWrites(evidence);
      return writes.length > 0
        ? pass(...writes)
        : notExercised("A result is there, but none of the partner's recorded calls wrote it.");
    }
    const refused = refusedWrites(evidence);
    return fail(
      {
        expected: `a row of assessmentresults with a complete status within ${durationText(resultWindowMs(declaration, settings))}`,
        arrived: arrivedInstead(refused.at(-1)),
        where: "applicantworkflow.assessmentresults",
        toDo: refused.length === 0 ? toWrite : toMend,
      },
      ...refused,
    );
  });
}

const toMend =
  "Read the errors in the body of the refused call: they name the field and what is wrong with it.";

function arrivedInstead(refused: Exchange | undefined): string {
  if (refused?.answer.kind !== "answered") return "no such row";
  const { method, path } = refused.request;
  return `no such row; the ATS answered ${method} ${path} with ${answerText(refused.answer)}`;
}
