import type { MessageRule } from "./message-rule.ts";
import { excerpt } from "../../evidence/answer-text.ts";

// `null` is a number in some languages: only where a program would put it.
const programText =
  /\[object \w+\]|\bundefined\b|\bNaN\b|(?<=^|[=:("'[>]\s*|\b(?:is|was|of|got|found)\s+)null\b(?!\s+\p{L})|\b\w+(?:Error|Exception)\b|\bSQLSTATE\b|\bE[A-Z]{4,}\b(?=[:,])|^\s*[{[]"/u;

// U+FFFD is what a wrong decoding leaves.
const unreadable = /(?![\t\n\r])\p{Cc}|\uFFFD/u;

/** Holds no words of a program and no character that cannot be read. */
export const isPlain: MessageRule = {
  id: "message.is-plain",
  title: "Holds no words of a program and no unreadable character",
  arrived: ({ userMessage }) => {
    const character = unreadable.exec(userMessage)?.[0];
    if (character !== undefined) return `the unreadable character ${codeOf(character)}`;
    const found = programText.exec(userMessage)?.[0];
    return found === undefined ? undefined : `a program's words: ${excerpt(found)}`;
  },
  toDo: "Move what a developer needs to debugErrorMessage.",
};

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
