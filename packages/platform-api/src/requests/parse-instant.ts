import { Type } from "typebox";

import { BodyProblem } from "../problems/request.problems.ts";

/** The form of an instant in a request: UTC, to the second or finer. */
const instantPattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,3})?Z$";

export const instant = Type.String({ pattern: instantPattern });

/** An instant of that form; fails with `REQUEST-INVALID` where no calendar has it, such as 31 February. */
export function parseInstant(text: string): Date {
  const found = new Date(text);
  // A day that a month does not have is taken for one of the next.
  const isReal = !Number.isNaN(found.getTime()) && found.toISOString().startsWith(secondsOf(text));
  if (isReal) return found;
  throw new BodyProblem(
    400,
    `${JSON.stringify(text)}, which is no instant of the calendar such as 2027-02-28T09:00:00Z`,
  );
}

function secondsOf(text: string): string {
  return text.slice(0, "2027-02-28T09:00:00".length);
}
