import {
  fail,
  needsReview,
  notExercised,
  pass,
  type CaseEvidence,
  type Judgement,
} from "@slipway/conformance";

import { excerpt } from "../evidence/answer-text.ts";
import { judgeRefusal } from "../evidence/judge-answer.ts";
import { blemishes } from "./blemishes.ts";
import { askedBy } from "./rules/message-rule.ts";
import { refusalMessage } from "./refusal-message.ts";

/** Words that not every recruiter knows. They do not fail: a person is asked whether the sentence is clear all the same. */
const jargon =
  /\b(?:HTTP|JSON|XML|API|endpoint|payload|request body|parameter|schema|regex|UUID|backend|boolean|string|Unprocessable Entity)\b/iu;

/** Judges whether the text of the refusal in `step` is fit to be shown; whether it says the right thing is another check's. */
export function judgePlainness(evidence: CaseEvidence, step: string): Judgement {
  return judgeRefusal(evidence, step, (answered) => {
    const message = refusalMessage(answered);
    if (message === undefined) return notExercised("The refusal has no userMessage to read.");
    const found = blemishes(message, answered);
    if (found.length > 0)
      return fail(
        {
          expected: askedBy(
            "a userMessage in plain words that can be shown to a recruiter as it is",
            found.map(({ rule }) => rule),
          ),
          arrived: `${found.map(({ arrived }) => arrived).join("; ")}, in "${excerpt(message.userMessage)}"`,
          where: found[0]?.where ?? "answer.body",
          toDo: [...new Set(found.map(({ toDo }) => toDo))].join(" "),
        },
        answered.exchange,
      );
    const question = toneQuestion(message.userMessage);
    return question === undefined
      ? pass(answered.exchange)
      : needsReview(question, answered.exchange);
  });
}

function toneQuestion(text: string): string | undefined {
  const term = jargon.exec(text)?.[0];
  if (term !== undefined)
    return `Will a recruiter understand "${excerpt(text)}", which speaks of "${term}"?`;
  const letters = text.match(/\p{L}/gu) ?? [];
  const isShouted =
    letters.length >= 12 && text === text.toUpperCase() && text !== text.toLowerCase();
  return isShouted
    ? `Is "${excerpt(text)}", all in capitals, polite enough for a recruiter?`
    : undefined;
}
