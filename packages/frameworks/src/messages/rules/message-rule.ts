import type { RefusalMessage } from "../refusal-message.ts";

/** One named demand on the text that a recruiter reads. */
export interface MessageRule {
  readonly id: `message.${string}`;
  readonly title: string;
  /** What breaks the rule, for a finding; undefined when nothing does. */
  readonly arrived: (message: RefusalMessage) => string | undefined;
  readonly toDo: string;
}
