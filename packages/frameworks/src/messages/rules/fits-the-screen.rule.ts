import type { MessageRule } from "./message-rule.ts";

/** Ours: no public source states a limit. */
const longestMessage = 500;

/** Has at most 500 characters. */
export const fitsTheScreen: MessageRule = {
  id: "message.fits-the-screen",
  title: "Has at most 500 characters",
  arrived: ({ userMessage }) =>
    userMessage.length > longestMessage ? `${userMessage.length} characters` : undefined,
  toDo: "Say it in at most 500 characters.",
};
