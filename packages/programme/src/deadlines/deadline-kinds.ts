/** `revalidation`: 90 days from the acceptance of the notice (REQ-29). `mandatory-feature`: one year from the release (REQ-37). */
export const deadlineKinds = ["revalidation", "mandatory-feature"] as const;

export type DeadlineKind = (typeof deadlineKinds)[number];

export const revalidationDays = 90;
const dayMs = 86_400_000;

/** The same time of day so many days later. Days are of 24 hours: UTC has no others. */
export function daysAfter(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * dayMs);
}

/** The same date and time of the next year; of 29 February it is 28 February. */
export function sameDateNextYear(instant: Date): Date {
  const next = new Date(instant);
  next.setUTCFullYear(instant.getUTCFullYear() + 1);
  if (next.getUTCMonth() !== instant.getUTCMonth()) next.setUTCDate(0);
  return next;
}
