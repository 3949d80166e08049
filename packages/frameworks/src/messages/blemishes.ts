import type { Exchange, Fact } from "@slipway/exchange";

import type { Answered } from "../evidence/step-answer.ts";
import { messagePlace, type RefusalMessage } from "./refusal-message.ts";
import { brokenRules, type BrokenRule } from "./rules/message-rules.ts";

/** Everything in the refusal that is not for a recruiter's eyes; what text and record both tell is told once. */
export function blemishes(message: RefusalMessage, { exchange }: Answered): readonly BrokenRule[] {
  const inText = brokenRules(message);
  const isTold = ({ rule, where }: BrokenRule) =>
    toldOnce.has(rule) && inText.some((told) => told.rule === rule && told.where === where);
  return [...inText, ...factBlemishes(exchange).filter((blemish) => !isTold(blemish))];
}

/** Rules by which text and record find the same thing; different secrets are each told. */
const toldOnce: ReadonlySet<BrokenRule["rule"]> = new Set([
  "message.has-no-trace",
  "message.shows-no-internal-id",
]);

function factBlemishes({ facts }: Exchange): readonly BrokenRule[] {
  return facts.flatMap((fact) => {
    const words = factWords(fact);
    return words === undefined ? [] : [{ where: fact.where, ...words }];
  });
}

function factWords(fact: Fact): Omit<BrokenRule, "where"> | undefined {
  const inMessage = fact.where === messagePlace;
  const inAnswer = fact.where.startsWith("answer.");
  if (fact.kind === "own-credential" && inAnswer)
    return {
      rule: "message.shows-no-secret",
      arrived: "the credentials of the call itself",
      toDo: "Never repeat credentials in an answer, and replace these now: logs may hold them.",
    };
  if (fact.kind === "government-id-shape" && inAnswer)
    return {
      rule: "message.shows-no-secret",
      arrived: "a number in the shape of a government id",
      toDo: "Leave government ids out of messages.",
    };
  if (fact.kind === "stack-trace" && inMessage)
    return {
      rule: "message.has-no-trace",
      arrived: "a program's stack trace",
      toDo: "Keep the trace in your own log and name the log entry in debugErrorMessage.",
    };
  if (fact.kind === "internal-id" && inMessage)
    return {
      rule: "message.shows-no-internal-id",
      arrived: `an internal id (${fact.shape})`,
      toDo: "Name candidate, job or assessment as the recruiter knows them; ids belong into debugErrorMessage.",
    };
  return undefined;
}
