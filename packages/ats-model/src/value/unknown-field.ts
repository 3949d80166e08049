import type { Finding } from "../field/finding.ts";
import type { WriteContext } from "./wire-context.ts";

/** What an unknown name in a body leads to, by the tenant's switch `unknownFieldInBody`. */
export interface UnknownField {
  readonly findings: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** Judges an unknown name; a name in the wrong case always brings at least a warning (DOC). */
export function unknownField(key: string, parent: string, context: WriteContext): UnknownField {
  const name = shownName(key);
  const path = parent === "" ? name : `${parent}.${name}`;
  const wrongCase = key !== key.toLowerCase();
  const reason = wrongCase ? "Expected a field name in lower case" : "Expected a known field name";
  const finding: Finding = {
    path,
    code: "unknown-field",
    message: `${reason}; the value was not taken`,
  };
  const setting = context.tenant.settings.switches.unknownFieldInBody;
  if (setting === "error-400") return { findings: [finding], warnings: [] };
  return { findings: [], warnings: setting === "warn" || wrongCase ? [finding] : [] };
}

/** A name sent by a caller, fit for a message: Unicode, without control characters, cut to 64. */
export function shownName(key: string): string {
  const cut = key
    .slice(0, 64)
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, "\u{FFFD}");
  return key.length > 64 ? `${cut}…` : cut;
}
