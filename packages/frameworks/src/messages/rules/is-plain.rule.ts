import type { MessageRule } from "./message-rule.ts";
import { excerpt } from "../../prime-assessment/evidence/answer-text.ts";

// `null` is a number in some languages: only where a program would put it.
const programText =
  /\[object \w+\]|\bundefined\b|\bNaN\b|(?<=^|[=:("'[>]\s*|\b(?:is|was|of|got|found)\s+)null\b(?!\s+\p{L})|\b\w+(?:Error|Exception)\b|\bSQLSTATE\b|\bE[A-Z]{4,}\b(?=[:,])|^\s*[{[]"/u;

/** Holds no words of a program. */
export const isPlain: MessageRule = {
  id: "message.is-plain",
  title: "Holds no words of a program",
  arrived: ({ userMessage }) => {
    const found = programText.exec(userMessage)?.[0];
    return found === undefined ? undefined : `a program's words: ${excerpt(found)}`;
  },
  toDo: "Move what a developer needs to debugErrorMessage.",
};
