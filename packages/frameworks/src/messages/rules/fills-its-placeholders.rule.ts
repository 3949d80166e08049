import type { MessageRule } from "./message-rule.ts";

const placeholder =
  /\$\{[^}]*\}|(?<![{$])\{[\w.]+\}(?!\})|(?<![\d\s]\s|\d)%(?:\d\$)?[sd](?![\p{L}\p{N}])|(?<=\p{L}\s)%[sd](?![\p{L}\p{N}])/u;

/** Leaves no placeholder of a template unfilled. */
export const fillsItsPlaceholders: MessageRule = {
  id: "message.fills-its-placeholders",
  title: "Leaves no placeholder of a template unfilled",
  arrived: ({ userMessage }) => {
    const found = placeholder.exec(userMessage)?.[0];
    return found === undefined ? undefined : `an unfilled placeholder ${found}`;
  },
  toDo: "Put the value where the placeholder stands, or a token such as {{person.email}}.",
};
