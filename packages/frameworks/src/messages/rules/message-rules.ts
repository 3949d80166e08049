import type { RefusalMessage } from "../refusal-message.ts";
import { fillsItsPlaceholders } from "./fills-its-placeholders.rule.ts";
import { fitsTheScreen } from "./fits-the-screen.rule.ts";
import { hasNoMarkup } from "./has-no-markup.rule.ts";
import { hasNoTrace } from "./has-no-trace.rule.ts";
import { isPlain } from "./is-plain.rule.ts";
import type { MessageRule } from "./message-rule.ts";
import { showsNoSecret } from "./shows-no-secret.rule.ts";

const messageRules: readonly MessageRule[] = [
  hasNoMarkup,
  isPlain,
  fillsItsPlaceholders,
  fitsTheScreen,
  hasNoTrace,
  showsNoSecret,
];

/** A rule that a text breaks, and by what. */
export interface BrokenRule {
  readonly rule: MessageRule["id"];
  readonly arrived: string;
  readonly toDo: string;
}

/** Every rule that the text breaks, in the order of the list. */
export function brokenRules(message: RefusalMessage): readonly BrokenRule[] {
  return messageRules.flatMap(({ id, arrived, toDo }) => {
    const found = arrived(message);
    return found === undefined ? [] : [{ rule: id, arrived: found, toDo }];
  });
}
