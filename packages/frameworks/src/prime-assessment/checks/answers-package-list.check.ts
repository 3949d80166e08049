import { fail, pass, type CaseCheck, type Judgement } from "@slipway/conformance";

import { parsePackageList, type PackageList } from "../contract.ts";
import { answerText } from "../../evidence/answer-text.ts";
import { bodyText } from "../../evidence/body-text.ts";
import { contractFailure } from "../evidence/contract-failure.ts";
import { judgeAnswer } from "../../evidence/judge-answer.ts";
import type { Answered } from "../../evidence/step-answer.ts";

const expected = "status 200 with the packages of this customer, by the contract";

/** The platform can read what there is to order. */
export const answersPackageList: CaseCheck = {
  id: "packages.answers-package-list",
  version: 1,
  title: "Answers the package list by the contract",
  fault: "partner",
  scope: "case",
  scenarios: ["packages.listed"],
  judge: (evidence) => judgeAnswer(evidence, { step: "packages", expected }, judgeList),
};

function judgeList(answered: Answered): Judgement {
  const { exchange, status, body } = answered;
  if (status !== 200) return fail(statusFinding(answered), exchange);
  const parsed = parsePackageList(bodyText(body));
  if (parsed.kind === "findings") return contractFailure(expected, answered, parsed.findings);
  const repeated = repeatedId(parsed.value);
  return repeated === undefined
    ? pass(exchange)
    : fail(
        {
          expected: "each packageId once",
          arrived: `packageId "${repeated}" more than once`,
          where: "answer.body.packages",
          toDo: "Give each package of this customer its own packageId.",
        },
        exchange,
      );
}

function statusFinding(answered: Answered): Parameters<typeof fail>[0] {
  const toDo =
    answered.status === 404
      ? "Know the customerId of the query: it is not the one of your other tenant, and belongs to the credentials of this one."
      : "Serve GET {endpoint}/packages?customerId=… below the configured endpoint, with the credentials that are configured for this customer.";
  return { expected, arrived: answerText(answered), where: "answer.status", toDo };
}

function repeatedId({ packages }: PackageList): string | undefined {
  const ids = packages.map(({ packageId }) => packageId);
  return ids.find((id, place) => ids.indexOf(id) !== place);
}
