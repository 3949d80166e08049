import type { Scenario } from "@slipway/conformance";

import { endToEnd } from "./end-to-end.scenario.ts";
import { expiredSession } from "./expired-session.scenario.ts";
import { missingField } from "./missing-field.scenario.ts";
import { repeatedEvent } from "./repeated-event.scenario.ts";
import { repeatedMove } from "./repeated-move.scenario.ts";
import { statusChange } from "./status-change.scenario.ts";
import { unknownAssessment } from "./unknown-assessment.scenario.ts";
import { unknownMembers } from "./unknown-members.scenario.ts";
import { wrongCredentials } from "./wrong-credentials.scenario.ts";

/** Every scenario of the framework, in the order in which packs drive them. */
export const allScenarios: readonly Scenario[] = [
  endToEnd,
  statusChange,
  repeatedEvent,
  repeatedMove,
  missingField,
  expiredSession,
  unknownAssessment,
  wrongCredentials,
  unknownMembers,
];
