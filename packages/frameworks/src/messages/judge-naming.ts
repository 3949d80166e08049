import {
  fail,
  needsReview,
  pass,
  warn,
  type CaseEvidence,
  type JudgeContext,
  type Judgement,
} from "@slipway/conformance";
import type { Exchange } from "@slipway/exchange";

import { excerpt } from "../prime-assessment/evidence/answer-text.ts";
import { alteredFields } from "../prime-assessment/scenarios/altered-fields.ts";
import { requiredOrderFields } from "../prime-assessment/scenarios/required-fields.ts";
import { fieldText, tokenText } from "../prime-assessment/evidence/field-text.ts";
import { judgeMessage } from "./judge-message.ts";
import { namedFields, nameFields } from "./name-fields.ts";
import { messagePlace } from "./refusal-message.ts";

/** Judges whether the refusal of an altered order names every field that the order lacked. */
export function judgeNaming(evidence: CaseEvidence, context: JudgeContext): Judgement {
  const keys = alteredFields(evidence.parameters);
  const expected = `a userMessage that names ${fieldText(keys)}`;
  const { labels } = context.tenants[evidence.region];
  return judgeMessage(evidence, { step: "order", expected }, ({ userMessage }, { exchange }) => {
    const known = { labels, wordings: context.declaration.wordings };
    const naming = nameFields(userMessage, keys, known);
    const said = `"${excerpt(userMessage)}"`;
    if (naming.kind === "named") {
      const surplus = namedFields(userMessage, fieldsThatWereThere(keys), known);
      return surplus.length === 0 ? pass(exchange) : tooMuch({ expected, said, surplus }, exchange);
    }
    const unnamed = fieldText(naming.fields);
    if (naming.kind === "unclear")
      return needsReview(
        `Does ${said} tell a recruiter to fill in ${unnamed}? It uses neither token, label, API id nor a declared wording of it.`,
        exchange,
      );
    return fail(
      {
        expected,
        arrived: `${said}, which does not name ${unnamed}`,
        where: messagePlace,
        toDo: `Write ${tokenText(naming.fields)} into userMessage; ${labelHint(naming.fields, labels)}`,
      },
      exchange,
    );
  });
}

/** The package is left out: its word stands in many a sentence that is not about a missing package. */
function fieldsThatWereThere(missing: readonly string[]): readonly string[] {
  return requiredOrderFields.filter((key) => key.includes(".") && !missing.includes(key));
}

function tooMuch(
  { expected, said, surplus }: Record<"expected" | "said", string> & { surplus: readonly string[] },
  exchange: Exchange,
): Judgement {
  return warn(
    {
      expected: `${expected} and no field that was there`,
      arrived: `${said}, which names ${fieldText(surplus)} as well`,
      where: messagePlace,
      toDo: "Name only what this order lacked: a list of everything that is required leaves the search to the recruiter.",
    },
    exchange,
  );
}

function labelHint(keys: readonly string[], labels: Readonly<Record<string, string>>): string {
  const shown = keys.map((key) => labels[key]).filter((label) => label !== undefined);
  return shown.length === 0
    ? "the recruiter has to read what to fill in."
    : `each customer then reads its own label, here ${shown.map((label) => `"${label}"`).join(" and ")}.`;
}
