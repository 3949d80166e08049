import type { MessageRule } from "./message-rule.ts";

// Entities that templates escape text into; other words between & and ; are words: "R&D;".
const entities =
  "amp|lt|gt|quot|apos|nbsp|shy|copy|reg|trade|hellip|mdash|ndash|bull|middot|laquo|raquo|[lrsb][ds]quo|euro|pound|iexcl|iquest|szlig|[ao]elig|[aeiou](?:grave|acute|circ|uml)|[ano]tilde|ccedil|aring|oslash";
const markup = new RegExp(
  String.raw`<\/?[a-z!][^>@]*>|&(?:${entities}|#(?:\d{1,6}|x[\da-f]{1,6}));`,
  "iu",
);

/** Holds no markup. */
export const hasNoMarkup: MessageRule = {
  id: "message.has-no-markup",
  title: "Holds no markup",
  arrived: ({ userMessage }) => {
    const found = markup.exec(userMessage)?.[0];
    return found === undefined ? undefined : `markup ${found}`;
  },
  toDo: "Send plain text: it is shown as it is.",
};
