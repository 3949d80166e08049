import { excerpt } from "../../evidence/answer-text.ts";
import { fieldText } from "../../evidence/field-text.ts";
import type { MessageRule } from "./message-rule.ts";

const token = /\{\{([^{}]*)\}\}/gu;

/** Uses only tokens that stand for a field; `shown` is what the recruiter read. */
export const tokensResolve: MessageRule<{ readonly shown: string }> = {
  id: "message.tokens-resolve",
  title: "Uses only tokens that stand for a field of the ATS",
  arrived: ({ shown }) => {
    const unresolved = [...new Set(Array.from(shown.matchAll(token), ([, key]) => key ?? ""))];
    if (unresolved.length === 0) return undefined;
    const tokens = fieldText(unresolved.map((key) => `{{${key}}}`));
    return `${tokens}, which stayed as it is: the recruiter read "${excerpt(shown)}"`;
  },
  toDo: "Write the profile type and the field id as the ATS spells them, such as {{person.email}}; for what is no field of the ATS write a word.",
};
