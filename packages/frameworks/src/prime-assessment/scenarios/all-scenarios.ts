import type { Scenario } from "@slipway/conformance";

import { blankField } from "./blank-field.scenario.ts";
import { blanksOnly } from "./blanks-only.scenario.ts";
import { cancelOpenOrder } from "./cancel-open-order.scenario.ts";
import { endToEnd } from "./end-to-end.scenario.ts";
import { malformedBody } from "./malformed-body.scenario.ts";
import { lateRepeat } from "./late-repeat.scenario.ts";
import { missingField } from "./missing-field.scenario.ts";
import { otherIdSameRequest } from "./other-id-same-request.scenario.ts";
import { otherPackage } from "./other-package.scenario.ts";
import { packageAdded } from "./package-added.scenario.ts";
import { packagesListed } from "./packages-listed.scenario.ts";
import { quotaUsedUp, unavailableAts } from "./refused-calls.scenario.ts";
import { repeatedOrderWhileOpen } from "./repeated-order-while-open.scenario.ts";
import { sameIdOtherBody } from "./same-id-other-body.scenario.ts";
import { secondRound } from "./second-round.scenario.ts";
import { statusChange } from "./status-change.scenario.ts";
import { twoAtOnce } from "./two-at-once.scenario.ts";
import { twoMissing } from "./two-missing.scenario.ts";
import { unknownCustomer } from "./unknown-customer.scenario.ts";
import { unknownMembers } from "./unknown-members.scenario.ts";
import { unknownPackage } from "./unknown-package.scenario.ts";
import { wrongCredentials } from "./wrong-credentials.scenario.ts";

/** Every scenario of the framework, in the order in which packs drive them. */
export const allScenarios: readonly Scenario[] = [
  packagesListed,
  endToEnd,
  repeatedOrderWhileOpen,
  twoAtOnce,
  sameIdOtherBody,
  otherIdSameRequest,
  lateRepeat,
  missingField,
  twoMissing,
  blankField,
  blanksOnly,
  wrongCredentials,
  unknownPackage,
  cancelOpenOrder,
  statusChange,
  unknownCustomer,
  unknownMembers,
  malformedBody,
  packageAdded,
  otherPackage,
  secondRound,
  unavailableAts,
  quotaUsedUp,
];
