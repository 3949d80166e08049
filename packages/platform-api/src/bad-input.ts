import type { BadInputAnswer, BadInputCase, BodyUse } from "./bad-input/bad-input-case.ts";
import { badInputCases } from "./bad-input/bad-input-cases.ts";

/** One line of the table of bad input: what is sent, where, and how it is answered. */
export interface BadInput {
  readonly input: string;
  readonly on: string;
  readonly status: number;
  /** Our stable code. */
  readonly code: string;
}

const places: Readonly<Record<BodyUse, string>> = {
  read: "reads",
  act: "actions without a body",
  write: "writes",
  start: "writes whose members may be left out",
};

/** The table of bad input as people read it: a line for each case and each way in which it is answered. */
export const badInput: readonly BadInput[] = badInputCases.flatMap(linesOf);

function linesOf({ what, answers }: BadInputCase): readonly BadInput[] {
  const lines = new Map<string, BadInput>();
  const usesOf = new Map<string, readonly string[]>();
  for (const [use, place] of Object.entries(places)) {
    // The keys of a record over the uses are the uses.
    const answer = answers[use as BodyUse];
    if (answer.kind === "as-good") continue;
    const line = { input: what, status: answer.status, code: codeOf(answer) };
    const key = `${line.status} ${line.code} ${answer.kind}`;
    const uses = [...(usesOf.get(key) ?? []), place];
    usesOf.set(key, uses);
    lines.set(key, { ...line, on: onOf(answer, uses) });
  }
  return [...lines.values()];
}

type Refusal = Exclude<BadInputAnswer, { kind: "as-good" }>;

function codeOf({ code }: Refusal): string {
  return code ?? "the code of what was not found";
}

function onOf({ kind }: Refusal, uses: readonly string[]): string {
  if (kind === "refused-where-ids") return "every path with an id";
  return uses.length === Object.keys(places).length ? "everything" : uses.join(", ");
}
