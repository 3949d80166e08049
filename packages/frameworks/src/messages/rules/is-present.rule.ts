import type { MessageRule } from "./message-rule.ts";

/** Is there, with at least one letter. */
export const isPresent: MessageRule<{ readonly userMessage: string | undefined }> = {
  id: "message.is-present",
  title: "Is there, with at least one letter",
  arrived: ({ userMessage }) => {
    if (userMessage === undefined || userMessage.trim() === "") return "no text";
    return /\p{L}/u.test(userMessage) ? undefined : "a text without a single letter";
  },
  toDo: "Say in userMessage, in a sentence, what the recruiter has to do.",
};
