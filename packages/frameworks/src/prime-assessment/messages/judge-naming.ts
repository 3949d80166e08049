import {
  fail,
  needsReview,
  pass,
  type CaseEvidence,
  type JudgeContext,
  type Judgement,
} from "@slipway/conformance";

import { excerpt } from "../evidence/answer-text.ts";
import { alteredFields } from "../scenarios/altered-fields.ts";
import { fieldText, tokenText } from "../evidence/field-text.ts";
import { judgeMessage } from "./judge-message.ts";
import { nameFields } from "./name-fields.ts";
import { messagePlace } from "./refusal-message.ts";

/** Judges whether the refusal of an altered order names every field that the order lacked. */
export function judgeNaming(evidence: CaseEvidence, context: JudgeContext): Judgement {
  const keys = alteredFields(evidence.parameters);
  const expected = `a userMessage that names ${fieldText(keys)}`;
  const { labels } = context.tenants[evidence.region];
  return judgeMessage(evidence, { step: "order", expected }, ({ userMessage }, { exchange }) => {
    const naming = nameFields(userMessage, keys, {
      labels,
      wordings: context.declaration.wordings,
    });
    const said = `"${excerpt(userMessage)}"`;
    if (naming.kind === "named") return pass(exchange);
    const unnamed = fieldText(naming.fields);
    if (naming.kind === "unclear")
      return needsReview(
        `Does ${said} tell a recruiter that ${unnamed} is missing? It uses neither token, label, API id nor a declared wording of it.`,
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

function labelHint(keys: readonly string[], labels: Readonly<Record<string, string>>): string {
  const shown = keys.map((key) => labels[key]).filter((label) => label !== undefined);
  return shown.length === 0
    ? "the recruiter has to read what to fill in."
    : `each customer then reads its own label, here ${shown.map((label) => `"${label}"`).join(" and ")}.`;
}
