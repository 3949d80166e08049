import type { Standing } from "./standing-state.ts";
import type { ValidationKind } from "./version-state.ts";

/** Which of the two kinds a validation is that an integration of this standing hands in: whoever was designated proves it again. */
export function validationKindOf(standing: Standing): ValidationKind {
  const held = standing.kind === "suspended" ? standing.before : standing;
  return "as" in held ? "revalidation" : "initial";
}
