import { fail, notExercised, pass, type CaseCheck } from "@slipway/conformance";

import { parsePackageList } from "../contract.ts";
import { excerpt } from "../../evidence/answer-text.ts";
import { bodyText } from "../../evidence/body-text.ts";
import { judgeAnswer } from "../../evidence/judge-answer.ts";

const expected = "at least one package with active true";

/** Without an active package a recruiter has nothing to choose, and no other use case can be driven. */
export const offersActivePackage: CaseCheck = {
  id: "packages.offers-active-package",
  version: 1,
  title: "Offers at least one active package to the customer",
  fault: "partner",
  scope: "case",
  scenarios: ["packages.listed"],
  judge: (evidence) =>
    judgeAnswer(evidence, { step: "packages", expected }, ({ exchange, status, body }) => {
      const parsed = parsePackageList(bodyText(body));
      if (status !== 200 || parsed.kind === "findings")
        return notExercised("There is no package list by the contract to look into.");
      const { packages } = parsed.value;
      return packages.some(({ active }) => active)
        ? pass(exchange)
        : fail(
            {
              expected,
              arrived: excerpt(
                `${packages.length} packages: ${packages.map(({ packageId }) => `${packageId} (not active)`).join(", ")}`,
              ),
              where: "answer.body.packages",
              toDo: "Switch on a package for this customer, or set active to true on those that can be ordered.",
            },
            exchange,
          );
    }),
};
