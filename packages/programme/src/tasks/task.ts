/** Something that only a person can decide. Nothing happens to an integration until one does. */
export interface Task {
  readonly id: string;
  readonly kind: TaskKind;
  readonly integrationId: string;
  readonly deadlineId?: string;
  readonly noticeId?: string;
  readonly openedAt: Date;
  /** What there is to decide, and how. */
  readonly toDo: string;
}

export type TaskKind = "deadline-overdue" | "notice-refused" | "notice-unknown";

/** What each kind of task asks of a person. */
export const taskTexts: Readonly<Record<TaskKind, string>> = {
  "deadline-overdue":
    'The deadline has passed. Nothing was suspended or removed: decide, then extend the deadline ("slipway integration move <id> extend-deadline --until"), suspend the integration, or withdraw what is asked ("slipway revalidation withdraw"), with a reason. A deadline that no revalidation has is extended or cleared by "slipway deadlines".',
  "notice-refused":
    'The mail server refused the notice for good. Mend the address or the server, then send it again ("slipway notices resolve --as send-again").',
  "notice-unknown":
    'Nobody knows whether the mail server took the notice: the connection ended after the whole of it was sent. Look for its message id in the server\'s log, then resolve it as sent or send it again ("slipway notices resolve").',
};
