import { InvalidArgumentError } from "commander";

const form = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2}))?Z)?$/;

/** A date, or an instant in UTC, as the API takes it: `2027-02-28` is the first moment of that day. */
export function utcDate(text: string): string {
  const [, day, minute = "00:00", second = "00"] = form.exec(text) ?? [];
  const instant = `${day ?? ""}T${minute}:${second}.000Z`;
  const date = new Date(instant);
  // A day that a month does not have is taken for one of the next.
  if (!Number.isNaN(date.getTime()) && date.toISOString() === instant) return instant;
  throw new InvalidArgumentError(
    `Expected a date of the calendar in UTC such as 2027-02-28 or 2027-02-28T09:00:00Z, found "${text}".`,
  );
}
