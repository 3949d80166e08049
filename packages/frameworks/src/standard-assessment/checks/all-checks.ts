import type { Check } from "@slipway/conformance";

import { sharedChecks } from "../../shared-checks/shared-checks.ts";
import { answersInTime } from "./answers-in-time.check.ts";
import { bringsCandidateBack } from "./brings-candidate-back.check.ts";
import { completesRow } from "./completes-row.check.ts";
import { explainsRepeatedEvent } from "./explains-repeated-event.check.ts";
import { fitsAssessment } from "./fits-assessment.check.ts";
import { ignoresUnknownMembers } from "./ignores-unknown-members.check.ts";
import { namesMissingField } from "./names-missing-field.check.ts";
import { refusesMissingField } from "./refuses-missing-field.check.ts";
import { refusesRepeatedEvent } from "./refuses-repeated-event.check.ts";
import { refusesUnknownAssessment } from "./refuses-unknown-assessment.check.ts";
import { refusesWrongCredentials } from "./refuses-wrong-credentials.check.ts";
import { resolvesForUsers } from "./resolves-for-users.check.ts";
import { sendsCandidateOn } from "./sends-candidate-on.check.ts";
import { staysPlainAboutMissingField } from "./stays-plain-about-missing-field.check.ts";
import { staysPlainAboutRepeatedEvent } from "./stays-plain-about-repeated-event.check.ts";
import { writesInTime } from "./writes-in-time.check.ts";
import { writesNoSecondRow } from "./writes-no-second-row.check.ts";
import { writesResult } from "./writes-result.check.ts";

/** Every check of the framework: its own by file name, then those it shares with others. */
export const allChecks: readonly Check[] = [
  answersInTime,
  bringsCandidateBack,
  completesRow,
  explainsRepeatedEvent,
  fitsAssessment,
  ignoresUnknownMembers,
  namesMissingField,
  refusesMissingField,
  refusesRepeatedEvent,
  refusesUnknownAssessment,
  refusesWrongCredentials,
  resolvesForUsers,
  sendsCandidateOn,
  staysPlainAboutMissingField,
  staysPlainAboutRepeatedEvent,
  writesInTime,
  writesNoSecondRow,
  writesResult,
  ...sharedChecks,
];
