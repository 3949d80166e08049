import { fail, notApplicable, pass, type CaseCheck, type CaseEvidence } from "@slipway/conformance";

import { judgeAnswer } from "../../evidence/judge-answer.ts";
import { listedPackages } from "../evidence/listed-packages.ts";

const expected = "a package in the list after one was added that was not in it before";

/** What a partner sells changes: recruiters choose from the list of today. */
export const listsAddedPackage: CaseCheck = {
  id: "packages.lists-added-package",
  version: 1,
  title: "Lists a package that was added since the platform read the list",
  fault: "partner",
  scope: "case",
  scenarios: ["packages.package-added"],
  judge: (evidence, { declaration }) => {
    if (declaration.addsTestPackage !== true)
      return notApplicable("The partner does not declare that it can add a package for a test.");
    return judgeAnswer(evidence, { step: "later", expected }, ({ exchange }) => {
      const before = new Set(packageIds(evidence, "packages"));
      const later = packageIds(evidence, "later");
      return later.some((id) => !before.has(id))
        ? pass(exchange)
        : fail(
            {
              expected,
              arrived: later.length === 0 ? "no packages" : `${later.join(", ")}, as before`,
              where: "answer.body.packages",
              toDo: "Answer GET /packages from your catalogue each time, or drop what you keep of it as soon as the catalogue changes.",
            },
            exchange,
          );
    });
  },
};

function packageIds(evidence: CaseEvidence, step: string): readonly string[] {
  return listedPackages(evidence, step).flatMap(({ packageId }) =>
    typeof packageId === "string" ? [packageId] : [],
  );
}
