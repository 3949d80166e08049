import { fail, notExercised, pass, type CaseEvidence, type Judgement } from "@slipway/conformance";
import type { Exchange } from "@slipway/exchange";
import { canonicalJson } from "@slipway/foundation";

import { awaitResult } from "../candidate-actions.ts";
import { bodyJson, isObject, memberAt } from "./body-json.ts";
import { judgeFacts } from "./judge-facts.ts";
import { acceptedWrites } from "./result-writes.ts";
import { writesCompleteStatus } from "./writes-complete-status.ts";

/** How a framework calls what a row belongs to. */
export interface RowWords {
  /** `order`, `application`. */
  readonly one: string;
  /** What the row's name is, as `the name of the ordered package`. */
  readonly name: string;
  /** What to do where it is another. */
  readonly toName: string;
}

/** Judges whether the awaited row is the one that was asked for: under its name, one row, completed once. */
export function judgeFittingRow(evidence: CaseEvidence, words: RowWords): Judgement {
  return judgeFacts(evidence, { step: "result", action: awaitResult }, (facts) => {
    if (!facts.arrived) return notExercised("No result arrived.");
    const writes = acceptedWrites(evidence);
    const ordered = orderedName(evidence);
    const written = memberAt(facts.row, ["assessmentname", "value"]);
    if (written !== ordered)
      return fail(
        {
          expected: `assessmentname "${ordered}", ${words.name}`,
          arrived: JSON.stringify(written ?? null),
          where: "assessmentresults.assessmentname.value",
          toDo: words.toName,
        },
        ...writes,
      );
    const created = writes.filter(({ request }) => request.method === "POST");
    const completed = completedOtherwise(writes);
    if (completed.length > 0)
      return fail(
        {
          expected: `a row that is completed once, with the result of its own ${words.one}`,
          arrived: "the completed row written again with another result",
          where: "request.body",
          toDo: `Keep the address of each row with its ${words.one}, and write the result there and nowhere else.`,
        },
        ...completed,
      );
    return created.length > 1
      ? fail(
          {
            expected: `one POST of a row for one ${words.one}; later changes as PATCH of that row`,
            arrived: `${created.length} rows created`,
            where: "request.method",
            toDo: `Keep the Location of the first POST with the ${words.one} and PATCH that address from then on.`,
          },
          ...created,
        )
      : pass(...writes);
  });
}

/** The writes that complete the row, where they do not agree on the result; the same one again is a repetition. */
function completedOtherwise(writes: readonly Exchange[]): readonly Exchange[] {
  const completing = writes.filter(writesCompleteStatus);
  const results = completing.map(({ request }) =>
    canonicalJson(resultMembers.map((name) => memberAt(bodyJson(request.body), [name]) ?? null)),
  );
  return new Set(results).size > 1 ? completing : [];
}

const resultMembers = ["assessmentscore", "assessmentresult", "assessmentnotes"] as const;

function orderedName({ steps }: CaseEvidence): string | undefined {
  const input = steps["result"]?.input;
  const name = isObject(input) ? input["packageName"] : undefined;
  return typeof name === "string" ? name : undefined;
}
