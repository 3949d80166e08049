import { fail, notExercised, pass, type CaseCheck } from "@slipway/conformance";

import { acceptedWrites } from "../../evidence/result-writes.ts";
import { stepObstacle } from "../../evidence/step-obstacle.ts";

/** Use case 2: a duplicate changes nothing, in the ATS as well. */
export const writesNoSecondRow: CaseCheck = {
  id: "application.writes-no-second-row",
  version: 1,
  title: "Writes no second result row for a repeated event",
  fault: "partner",
  scope: "case",
  scenarios: ["uc2.repeated-event"],
  judge: (evidence) => {
    const obstacle = stepObstacle(evidence, "repeat");
    if (obstacle !== undefined) return obstacle;
    const created = acceptedWrites(evidence).filter(({ request }) => request.method === "POST");
    if (created.length === 0)
      return notExercised("No row was written for this application before the run was judged.");
    return created.length === 1
      ? pass(...created)
      : fail(
          {
            expected:
              "one row of assessmentresults for an application, however often its event arrives",
            arrived: `${created.length} rows created`,
            where: "request.method",
            toDo: "Create the row once, with the application that you keep; a repeated event then finds it.",
          },
          ...created,
        );
  },
};
