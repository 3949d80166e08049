import { ContactMissingProblem } from "./integration.problems.ts";
import type { Integration } from "./integration.ts";

/** Who is told about an integration; fails with `INTEGRATION-CONTACT-MISSING`. */
export function contactOf({ name, contact }: Pick<Integration, "name" | "contact">): string {
  if (contact === undefined) throw new ContactMissingProblem([name]);
  return contact;
}
