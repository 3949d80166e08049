import { fail, notExercised, pass, type CaseCheck } from "@slipway/conformance";

import { acceptedWrites } from "../../evidence/result-writes.ts";
import { stepObstacle } from "../../evidence/step-obstacle.ts";

/** Use case 2: a duplicate changes nothing, in the ATS as well. */
export const writesNoSecondRow: CaseCheck = {
  id: "results.writes-no-second-row",
  version: 1,
  title: "Writes no second result row for a repeated order",
  fault: "partner",
  scope: "case",
  scenarios: ["uc2.repeated-order", "uc2.two-at-once"],
  judge: (evidence) => {
    const step = evidence.scenario === "uc2.two-at-once" ? "right" : "repeat";
    const obstacle = stepObstacle(evidence, step);
    if (obstacle !== undefined) return obstacle;
    const created = acceptedWrites(evidence).filter(({ request }) => request.method === "POST");
    if (created.length === 0)
      return notExercised("No row was written for this order before the run was judged.");
    const repeated = [...Map.groupBy(created, ({ request }) => request.path).values()].find(
      (rows) => rows.length > 1,
    );
    return repeated === undefined
      ? pass(...created)
      : fail(
          {
            expected: "one row of assessmentresults for an order, however often it arrives",
            arrived: `${repeated.length} rows created with POST ${repeated[0]?.request.path}`,
            where: "request.method",
            toDo: "Create the row in the transaction that stores the order, or keep its Location there: a repeat then finds it.",
          },
          ...repeated,
        );
  },
};
