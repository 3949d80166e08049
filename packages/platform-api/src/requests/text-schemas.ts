import { Type } from "typebox";

/** One line of text that people read: it goes into the heads of mails. */
export const lineOfText = Type.String({
  minLength: 1,
  maxLength: 200,
  pattern: "^[^\\p{Cc}]*[^\\p{Cc}\\s][^\\p{Cc}]*$",
});

/** What people write in one paragraph. */
export const paragraph = Type.String({
  minLength: 1,
  maxLength: 2000,
  pattern: "^[^\\p{Cc}]*[^\\p{Cc}\\s][^\\p{Cc}]*$",
});

/** The address of a mailbox. */
export const mailAddress = Type.String({
  maxLength: 200,
  pattern: '^[^\\s<>@,;:"\\p{Cc}]+@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$',
});

/** Who does something, where the token does not say it, and why; both stay on record. */
export const whoAndWhy = { by: Type.Optional(lineOfText), reason: lineOfText } as const;
