import { fail, type Judgement } from "@slipway/conformance";

import type { ContractFinding } from "../../parse-body.ts";
import { excerpt } from "../../evidence/answer-text.ts";
import type { Answered } from "../../evidence/step-answer.ts";

/** An answer whose body is not what the contract says: every fault in one finding, the place of the first. */
export function contractFailure(
  expected: string,
  { exchange, body }: Answered,
  findings: readonly ContractFinding[],
): Judgement {
  const faults = findings.map(({ where, message }) => `${where || "the body"} ${message}`);
  const text = body.kind === "none" ? "no body" : excerpt(body.content);
  return fail(
    {
      expected,
      arrived: `${text}: ${faults.join("; ")}`,
      where: ["answer.body", findings[0]?.where].filter(Boolean).join("."),
      toDo: "Correct these members as the schema in the framework's guide has them; members that it does not name are ignored.",
    },
    exchange,
  );
}
