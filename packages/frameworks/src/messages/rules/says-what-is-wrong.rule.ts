import { excerpt } from "../../evidence/answer-text.ts";
import { tellingWords } from "../telling-words.ts";
import type { MessageRule } from "./message-rule.ts";

/** Says more than that something is wrong. */
export const saysWhatIsWrong: MessageRule<{ readonly userMessage: string }> = {
  id: "message.says-what-is-wrong",
  title: "Says more than that something is wrong",
  arrived: ({ userMessage }) =>
    tellingWords(userMessage).length > 0
      ? undefined
      : `"${excerpt(userMessage)}", which says only that something is wrong`,
  toDo: "Say in userMessage what is wrong, and what the recruiter has to do about it.",
};
