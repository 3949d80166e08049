import { unknownPath } from "../call/sandbox.problems.ts";

/** No endpoint has this path. */
export function rejectPath(): never {
  throw unknownPath();
}
