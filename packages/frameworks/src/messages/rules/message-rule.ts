import type { RefusalMessage } from "../refusal-message.ts";

/** One named demand on the text that a recruiter reads; `Subject` is what it looks at. */
export interface MessageRule<Subject = RefusalMessage> {
  readonly id: `message.${string}`;
  readonly title: string;
  /** What breaks the rule, for a finding; undefined when nothing does. Never throws. */
  readonly arrived: (subject: Subject) => string | undefined;
  readonly toDo: string;
}

/** What a finding expected, with the rules that it names: `a userMessage (rule: message.is-present)`. */
export function askedBy(expected: string, ids: readonly MessageRule["id"][]): string {
  return `${expected} (rule: ${[...new Set(ids)].join(", ")})`;
}
