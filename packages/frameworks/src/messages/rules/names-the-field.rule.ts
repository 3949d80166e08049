import { excerpt } from "../../evidence/answer-text.ts";
import { fieldText } from "../../evidence/field-text.ts";
import { nameFields, type KnownNames } from "../name-fields.ts";
import type { MessageRule } from "./message-rule.ts";

/** A text with the fields that it should name. */
export interface NamingText {
  readonly userMessage: string;
  /** As `person.email`. */
  readonly keys: readonly string[];
  readonly known: KnownNames;
}

/** Names every missing field. A text that may mean it in words of its own breaks nothing: a person is asked. */
export const namesTheField: MessageRule<NamingText> = {
  id: "message.names-the-field",
  title: "Names every missing field",
  arrived: ({ userMessage, keys, known }) => {
    const naming = nameFields(userMessage, keys, known);
    return naming.kind === "unnamed"
      ? `"${excerpt(userMessage)}", which does not name ${fieldText(naming.fields)}`
      : undefined;
  },
  toDo: "Name the field by its token, such as {{person.email}}: each customer then reads its own label.",
};
