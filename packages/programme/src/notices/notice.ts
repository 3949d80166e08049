/**
 * A mail that is owed, from the moment it is written to its end.
 *
 * - `waiting`: to be sent when it is due, and a mail server is configured. A server that cannot be reached, or answers 4xx, puts
 *   it back here until the next date of the schedule; it is never given up.
 * - `sending`: a worker talks to the mail server. Dead before the last line was sent, the server cannot have taken it: `waiting`.
 * - `handed-over`: the last line is being sent. Dead from here to the answer: `unknown`.
 * - `accepted`: the mail server took it (250). A clock that counts from a notice counts from this moment.
 * - `unknown`: it may or may not have been taken. It is never sent again by itself; a task puts it before a person, who says
 *   `sent` (a clock then counts from `handedOverAt`) or `send-again`, which goes out under the same message id.
 * - `refused`: the mail server refused this mail for good (5xx); a task puts it before a person.
 * - `withdrawn`: what it would have said was overtaken before it was sent.
 */
export interface Notice {
  readonly id: string;
  readonly integrationId: string;
  readonly deadlineId?: string;
  readonly kind: string;
  readonly recipient: string;
  readonly subject: string;
  readonly state: NoticeState;
  readonly attempts: number;
  /** From when it is sent, or tried again. */
  readonly dueAt: Date;
  /** What the mail server, or the way to it, answered last. */
  readonly answer?: string;
  readonly handedOverAt?: Date;
  /** When it was accepted, refused, withdrawn or became unknown. */
  readonly endedAt?: Date;
  readonly createdAt: Date;
}

export const noticeStates = [
  "waiting",
  "sending",
  "handed-over",
  "accepted",
  "unknown",
  "refused",
  "withdrawn",
] as const;

export type NoticeState = (typeof noticeStates)[number];

/** A notice with what it says. */
export interface NoticeWithText extends Notice {
  readonly text: string;
  readonly html: string;
}
