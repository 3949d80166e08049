import type { Exchange, Fact } from "@slipway/exchange";

import type { Answered } from "../prime-assessment/evidence/step-answer.ts";
import { messagePlace, type RefusalMessage } from "./refusal-message.ts";
import { brokenRules } from "./rules/message-rules.ts";

/** Something that a text for a recruiter must not have. */
export interface Blemish {
  readonly where: string;
  /** Id of the rule that it breaks. */
  readonly rule: `message.${string}`;
  readonly arrived: string;
  readonly toDo: string;
}

/** Everything in the refusal that is not for a recruiter's eyes; empty when the text is plain. */
export function blemishes(message: RefusalMessage, { exchange }: Answered): readonly Blemish[] {
  const inText = textBlemishes(message);
  const isTold = ({ rule, where }: Blemish) =>
    rule === "message.has-no-trace" &&
    inText.some((told) => told.rule === rule && told.where === where);
  return [...inText, ...factBlemishes(exchange).filter((blemish) => !isTold(blemish))];
}

function textBlemishes({ userMessage, debugErrorMessage }: RefusalMessage): readonly Blemish[] {
  const where = messagePlace;
  const found: Blemish[] = brokenRules({ userMessage, debugErrorMessage }).map((broken) => ({
    where,
    ...broken,
  }));
  if (debugErrorMessage !== undefined && normal(debugErrorMessage) === normal(userMessage))
    found.push({
      where,
      rule: "message.is-not-the-debug-text",
      arrived: "the same text as debugErrorMessage",
      toDo: "Write userMessage for the recruiter and debugErrorMessage for the developer, or leave the latter out.",
    });
  return found;
}

function factBlemishes({ facts }: Exchange): readonly Blemish[] {
  return facts.flatMap((fact) => {
    const words = factWords(fact);
    return words === undefined ? [] : [{ where: fact.where, ...words }];
  });
}

function factWords(fact: Fact): Omit<Blemish, "where"> | undefined {
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

function normal(text: string): string {
  return text.trim().toLowerCase();
}
