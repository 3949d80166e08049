import type { Exchange, Fact } from "@slipway/exchange";

import { excerpt } from "../prime-assessment/evidence/answer-text.ts";
import type { Answered } from "../prime-assessment/evidence/step-answer.ts";
import { messagePlace, type RefusalMessage } from "./refusal-message.ts";

/** Something that a text for a recruiter must not have. */
export interface Blemish {
  readonly where: string;
  readonly arrived: string;
  readonly toDo: string;
}

const longestMessage = 500;
const markup = /<\/?[a-z!][^>@]*>|&(?:[a-z]{2,8}|#\d{1,6});/iu;
// `null` is a number in some languages: only where a program would put it.
const programText =
  /\[object \w+\]|\bundefined\b|\bNaN\b|(?<=^|[=:("'[>]\s*|\b(?:is|was|of|got|found)\s+)null\b(?!\s+\p{L})|\b\w+(?:Error|Exception)\b|\bSQLSTATE\b|\bE[A-Z]{4,}\b(?=[:,])|^\s*[{[]"/u;

/** Everything in the refusal that is not for a recruiter's eyes; empty when the text is plain. */
export function blemishes(message: RefusalMessage, { exchange }: Answered): readonly Blemish[] {
  return [...textBlemishes(message), ...factBlemishes(exchange)];
}

function textBlemishes({ userMessage, debugErrorMessage }: RefusalMessage): readonly Blemish[] {
  const where = messagePlace;
  const found: Blemish[] = [];
  const inMarkup = markup.exec(userMessage)?.[0];
  if (inMarkup !== undefined)
    found.push({
      where,
      arrived: `markup ${inMarkup}`,
      toDo: "Send plain text: it is shown as it is.",
    });
  const fromProgram = programText.exec(userMessage)?.[0];
  if (fromProgram !== undefined)
    found.push({
      where,
      arrived: `a program's words: ${excerpt(fromProgram)}`,
      toDo: "Move what a developer needs to debugErrorMessage.",
    });
  if (debugErrorMessage !== undefined && normal(debugErrorMessage) === normal(userMessage))
    found.push({
      where,
      arrived: "the same text as debugErrorMessage",
      toDo: "Write userMessage for the recruiter and debugErrorMessage for the developer, or leave the latter out.",
    });
  if (userMessage.length > longestMessage)
    found.push({
      where,
      arrived: `${userMessage.length} characters`,
      toDo: `Say it in at most ${longestMessage} characters.`,
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
      arrived: "the credentials of the call itself",
      toDo: "Never repeat credentials in an answer, and replace these now: logs may hold them.",
    };
  if (fact.kind === "government-id-shape" && inAnswer)
    return {
      arrived: "a number in the shape of a government id",
      toDo: "Leave government ids out of messages.",
    };
  if (fact.kind === "stack-trace" && inMessage)
    return {
      arrived: "a program's stack trace",
      toDo: "Keep the trace in your own log and name the log entry in debugErrorMessage.",
    };
  if (fact.kind === "internal-id" && inMessage)
    return {
      arrived: `an internal id (${fact.shape})`,
      toDo: "Name candidate, job or assessment as the recruiter knows them; ids belong into debugErrorMessage.",
    };
  return undefined;
}

function normal(text: string): string {
  return text.trim().toLowerCase();
}
