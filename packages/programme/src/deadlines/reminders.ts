import { daysAfter } from "./deadline-kinds.ts";

/** How many days before it is due a deadline is called to mind; 0 is its expiry. */
const reminderDays = [60, 30, 14, 7, 1, 0] as const;

export interface Reminder {
  /** As it stands in the row by which it fires once. */
  readonly name: string;
  readonly daysLeft: number;
  readonly at: Date;
}

/**
 * The reminders of a due date that was set at `setAt`, first to last: those whose moment had passed by then are none. A due date
 * that is 40 days away when it is set has no reminder at 60.
 */
export function remindersOf(dueAt: Date, setAt: Date): readonly Reminder[] {
  return reminderDays
    .map((daysLeft) => ({
      name: daysLeft === 0 ? "expiry" : `${daysLeft}-days`,
      daysLeft,
      at: daysAfter(dueAt, -daysLeft),
    }))
    .filter(({ at }) => at > setAt);
}

/** When to look at the deadline next; null when nothing is left to fire. */
export function nextReminderAt(dueAt: Date, setAt: Date, now: Date): Date | null {
  return remindersOf(dueAt, setAt).find(({ at }) => at > now)?.at ?? null;
}
