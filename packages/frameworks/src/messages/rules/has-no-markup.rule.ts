import type { MessageRule } from "./message-rule.ts";

const markup = /<\/?[a-z!][^>@]*>|&(?:[a-z]{2,8}|#(?:\d{1,6}|x[\da-f]{1,6}));/iu;

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
