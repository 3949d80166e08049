import { messagePlace, type RefusalMessage } from "../refusal-message.ts";
import { fillsItsPlaceholders } from "./fills-its-placeholders.rule.ts";
import { fitsTheScreen } from "./fits-the-screen.rule.ts";
import { hasNoMarkup } from "./has-no-markup.rule.ts";
import { hasNoTrace } from "./has-no-trace.rule.ts";
import { isNotTheDebugText } from "./is-not-the-debug-text.rule.ts";
import { isPlain } from "./is-plain.rule.ts";
import { isPresent } from "./is-present.rule.ts";
import type { MessageRule } from "./message-rule.ts";
import { namesTheField } from "./names-the-field.rule.ts";
import { saysWhatIsWrong } from "./says-what-is-wrong.rule.ts";
import { showsNoInternalId } from "./shows-no-internal-id.rule.ts";
import { showsNoSecret } from "./shows-no-secret.rule.ts";
import { tokensResolve } from "./tokens-resolve.rule.ts";

/** What every text must keep, whatever it is about. */
const textRules: readonly MessageRule[] = [
  isPresent,
  hasNoMarkup,
  isPlain,
  fillsItsPlaceholders,
  fitsTheScreen,
  hasNoTrace,
  showsNoSecret,
  showsNoInternalId,
  isNotTheDebugText,
];

/** Every rule, as `docs/message-rules.md` lists it. */
export const messageRules: readonly Pick<MessageRule, "id" | "title" | "toDo">[] = [
  ...textRules,
  saysWhatIsWrong,
  namesTheField,
  tokensResolve,
];

/** A rule that a text breaks, and by what. */
export interface BrokenRule {
  readonly where: string;
  readonly rule: MessageRule["id"];
  readonly arrived: string;
  readonly toDo: string;
}

/** Every rule that the text breaks, in the order of the list. */
export function brokenRules(message: RefusalMessage): readonly BrokenRule[] {
  return textRules.flatMap(({ id, arrived, toDo }) => {
    const found = arrived(message);
    return found === undefined ? [] : [{ where: messagePlace, rule: id, arrived: found, toDo }];
  });
}
