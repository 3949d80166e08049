import type { BadInputCase, BodyUse } from "./bad-input/bad-input-case.ts";
import { badInputCases } from "./bad-input/bad-input-cases.ts";

/** One line of the table of bad input: what is sent, where, and how it is answered. */
export interface BadInput {
  readonly input: string;
  readonly on: string;
  readonly status: number;
  /** Our stable code; what is let pass with a warning has none. */
  readonly code: string;
}

const places: Readonly<Record<BodyUse, string>> = {
  read: "reads",
  remove: "removals",
  create: "creations",
  update: "changes",
  "add-entry": "new entries",
  "change-entry": "changed entries",
  search: "searches by POST",
};

/** The table of bad input as people read it: a line for each case and each way in which it is answered. */
export const badInput: readonly BadInput[] = badInputCases.flatMap(linesOf);

function linesOf({ what, answers }: BadInputCase): readonly BadInput[] {
  const lines = new Map<string, BadInput>();
  for (const [use, place] of Object.entries(places)) {
    // The keys of a record over the uses are the uses.
    const answer = answers[use as BodyUse];
    if (answer.kind === "as-good") continue;
    const code = answer.kind === "refused" ? answer.code : "a warning, code 4";
    const key = `${answer.status} ${code}`;
    const known = lines.get(key);
    const on = known === undefined ? place : `${known.on}, ${place}`;
    lines.set(key, { input: what, on, status: answer.status, code });
  }
  const all = [...lines.values()];
  const [only] = all;
  const everywhere = Object.values(places).join(", ");
  return all.length === 1 && only?.on === everywhere ? [{ ...only, on: "everything" }] : all;
}
