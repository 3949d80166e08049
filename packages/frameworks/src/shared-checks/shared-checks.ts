import type { Check } from "@slipway/conformance";

import { acceptsStatusChange } from "./accepts-status-change.check.ts";
import { authenticatesCalls } from "./authenticates-calls.check.ts";
import { hardCodesNothing } from "./hard-codes-nothing.check.ts";
import { makesCallsThatSucceed } from "./makes-calls-that-succeed.check.ts";
import { namesFieldsItReads } from "./names-fields-it-reads.check.ts";
import { readsDeclaredFields } from "./reads-declared-fields.check.ts";
import { respectsQuota } from "./respects-quota.check.ts";
import { usesWhatItDeclares } from "./uses-what-it-declares.check.ts";
import { writesDeclaredFields } from "./writes-declared-fields.check.ts";

/** Checks that mean the same in every framework of assessments, each under one id; a framework lists those that it uses. */
export const sharedChecks: readonly Check[] = [
  acceptsStatusChange,
  authenticatesCalls,
  hardCodesNothing,
  makesCallsThatSucceed,
  namesFieldsItReads,
  readsDeclaredFields,
  respectsQuota,
  usesWhatItDeclares,
  writesDeclaredFields,
];
