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

import { excerpt } from "../evidence/answer-text.ts";
import { alteredFields } from "../altered-fields.ts";
import { fieldText, tokenText } from "../evidence/field-text.ts";
import { judgeMessage } from "./judge-message.ts";
import { namedFields, nameFields } from "./name-fields.ts";
import { askedBy } from "./rules/message-rule.ts";
import { namesTheField } from "./rules/names-the-field.rule.ts";
import { messagePlace } from "./refusal-message.ts";

/** Which refusal is judged, and by which fields. */
export interface NamingSubject {
  readonly step: string;
  /** Keys of the fields that the framework requires. */
  readonly required: readonly string[];
}

/** Judges whether the refusal of an altered order names every field that the order lacked. */
export function judgeNaming(
  evidence: CaseEvidence,
  context: JudgeContext,
  { step, required }: NamingSubject,
): Judgement {
  const keys = alteredFields(evidence.parameters);
  const expected = `a userMessage that names ${fieldText(keys)}`;
  const { labels } = context.tenants[evidence.region];
  return judgeMessage(evidence, { step, expected }, ({ userMessage }, { exchange }) => {
    const known = { labels, wordings: context.declaration.wordings };
    const naming = nameFields(userMessage, keys, known);
    const said = `"${excerpt(userMessage)}"`;
    if (naming.kind === "named") {
      const surplus = namedFields(userMessage, fieldsThatWereThere(keys, required), known);
      return surplus.length === 0 ? pass(exchange) : tooMuch({ expected, said, surplus }, exchange);
    }
    const unnamed = fieldText(naming.fields);
    const arrived = namesTheField.arrived({ userMessage, keys, known });
    if (arrived === undefined)
      return needsReview(
        `Does ${said} tell a recruiter to fill in ${unnamed}? It uses neither token, label, API id nor a declared wording of it.`,
        exchange,
      );
    return fail(
      {
        expected: askedBy(expected, [namesTheField.id]),
        arrived,
        where: messagePlace,
        toDo: `Write ${tokenText(naming.fields)} into userMessage; ${labelHint(naming.fields, labels)}`,
      },
      exchange,
    );
  });
}

/** The package is left out: its word stands in many a sentence that is not about a missing package. */
function fieldsThatWereThere(
  missing: readonly string[],
  required: readonly string[],
): readonly string[] {
  return required.filter((key) => key.includes(".") && !missing.includes(key));
}

function tooMuch(
  { expected, said, surplus }: Record<"expected" | "said", string> & { surplus: readonly string[] },
  exchange: Exchange,
): Judgement {
  return warn(
    {
      expected: askedBy(`${expected} and no field that was there`, [namesTheField.id]),
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
