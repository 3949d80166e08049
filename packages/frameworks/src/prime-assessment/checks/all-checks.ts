import type { Check } from "@slipway/conformance";

import { acceptsCompleteOrder } from "./accepts-complete-order.check.ts";
import { acceptsOneOfTwo } from "./accepts-one-of-two.check.ts";
import { acceptsOtherPackage } from "./accepts-other-package.check.ts";
import { acceptsSecondRound } from "./accepts-second-round.check.ts";
import { acceptsStatusChange } from "../../shared-checks/accepts-status-change.check.ts";
import { answersByContract } from "./answers-by-contract.check.ts";
import { answersInTime } from "./answers-in-time.check.ts";
import { answersLateRepeat } from "./answers-late-repeat.check.ts";
import { answersPackageList } from "./answers-package-list.check.ts";
import { backsOffWhenRefused } from "./backs-off-when-refused.check.ts";
import { authenticatesCalls } from "../../shared-checks/authenticates-calls.check.ts";
import { cancelsOpenOrder } from "./cancels-open-order.check.ts";
import { closesRow } from "./closes-row.check.ts";
import { completesRow } from "./completes-row.check.ts";
import { explainsRepeatedOrder } from "./explains-repeated-order.check.ts";
import { fitsOrder } from "./fits-order.check.ts";
import { ignoresUnknownMembers } from "./ignores-unknown-members.check.ts";
import { listsAddedPackage } from "./lists-added-package.check.ts";
import { hardCodesNothing } from "../../shared-checks/hard-codes-nothing.check.ts";
import { makesCallsThatSucceed } from "../../shared-checks/makes-calls-that-succeed.check.ts";
import { namesBothMissingFields } from "./names-both-missing-fields.check.ts";
import { namesFieldsItReads } from "../../shared-checks/names-fields-it-reads.check.ts";
import { namesMissingField } from "./names-missing-field.check.ts";
import { offersActivePackage } from "./offers-active-package.check.ts";
import { reactsInsteadOfPolling } from "./reacts-instead-of-polling.check.ts";
import { readsDeclaredFields } from "../../shared-checks/reads-declared-fields.check.ts";
import { refusesBlankField } from "./refuses-blank-field.check.ts";
import { refusesMalformedBody } from "./refuses-malformed-body.check.ts";
import { refusesMissingField } from "./refuses-missing-field.check.ts";
import { refusesOtherIdSameRequest } from "./refuses-other-id-same-request.check.ts";
import { refusesRepeatedOrder } from "./refuses-repeated-order.check.ts";
import { refusesSameIdOtherBody } from "./refuses-same-id-other-body.check.ts";
import { refusesUnknownCustomer } from "./refuses-unknown-customer.check.ts";
import { refusesUnknownPackage } from "./refuses-unknown-package.check.ts";
import { refusesWrongCredentials } from "./refuses-wrong-credentials.check.ts";
import { reportsCompletion } from "./reports-completion.check.ts";
import { resolvesForRecruiters } from "./resolves-for-recruiters.check.ts";
import { respectsQuota } from "../../shared-checks/respects-quota.check.ts";
import { staysPlainAboutMissingField } from "./stays-plain-about-missing-field.check.ts";
import { staysPlainAboutRepeatedOrder } from "./stays-plain-about-repeated-order.check.ts";
import { usesWhatItDeclares } from "../../shared-checks/uses-what-it-declares.check.ts";
import { writesDeclaredFields } from "../../shared-checks/writes-declared-fields.check.ts";
import { writesInTime } from "./writes-in-time.check.ts";
import { writesNoSecondRow } from "./writes-no-second-row.check.ts";
import { writesResult } from "./writes-result.check.ts";

/** Every check of the framework, by file name. */
export const allChecks: readonly Check[] = [
  acceptsCompleteOrder,
  acceptsOneOfTwo,
  acceptsOtherPackage,
  acceptsSecondRound,
  acceptsStatusChange,
  answersByContract,
  answersInTime,
  answersLateRepeat,
  answersPackageList,
  authenticatesCalls,
  backsOffWhenRefused,
  cancelsOpenOrder,
  closesRow,
  completesRow,
  explainsRepeatedOrder,
  fitsOrder,
  hardCodesNothing,
  ignoresUnknownMembers,
  listsAddedPackage,
  makesCallsThatSucceed,
  namesBothMissingFields,
  namesFieldsItReads,
  namesMissingField,
  offersActivePackage,
  reactsInsteadOfPolling,
  readsDeclaredFields,
  refusesBlankField,
  refusesMalformedBody,
  refusesMissingField,
  refusesOtherIdSameRequest,
  refusesRepeatedOrder,
  refusesSameIdOtherBody,
  refusesUnknownCustomer,
  refusesUnknownPackage,
  refusesWrongCredentials,
  reportsCompletion,
  resolvesForRecruiters,
  respectsQuota,
  staysPlainAboutMissingField,
  staysPlainAboutRepeatedOrder,
  usesWhatItDeclares,
  writesDeclaredFields,
  writesInTime,
  writesNoSecondRow,
  writesResult,
];
