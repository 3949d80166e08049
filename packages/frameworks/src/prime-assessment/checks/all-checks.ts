import type { Check } from "@slipway/conformance";

import { acceptsCompleteOrder } from "./accepts-complete-order.check.ts";
import { acceptsOneOfTwo } from "./accepts-one-of-two.check.ts";
import { answersByContract } from "./answers-by-contract.check.ts";
import { answersInTime } from "./answers-in-time.check.ts";
import { answersPackageList } from "./answers-package-list.check.ts";
import { completesRow } from "./completes-row.check.ts";
import { explainsRepeatedOrder } from "./explains-repeated-order.check.ts";
import { fitsOrder } from "./fits-order.check.ts";
import { namesBothMissingFields } from "./names-both-missing-fields.check.ts";
import { namesMissingField } from "./names-missing-field.check.ts";
import { offersActivePackage } from "./offers-active-package.check.ts";
import { refusesMissingField } from "./refuses-missing-field.check.ts";
import { refusesRepeatedOrder } from "./refuses-repeated-order.check.ts";
import { reportsCompletion } from "./reports-completion.check.ts";
import { writesInTime } from "./writes-in-time.check.ts";
import { writesResult } from "./writes-result.check.ts";

/** Every check of the framework, by file name. */
export const allChecks: readonly Check[] = [
  acceptsCompleteOrder,
  acceptsOneOfTwo,
  answersByContract,
  answersInTime,
  answersPackageList,
  completesRow,
  explainsRepeatedOrder,
  fitsOrder,
  namesBothMissingFields,
  namesMissingField,
  offersActivePackage,
  refusesMissingField,
  refusesRepeatedOrder,
  reportsCompletion,
  writesInTime,
  writesResult,
];
