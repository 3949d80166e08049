import type { Migration } from "kysely/migration";

import * as firstSlice from "./0001-first-slice.ts";
import * as workflowPairColumns from "./0002-workflow-pair-columns.ts";
import * as logRowsAsTheyAre from "./0003-log-rows-as-they-are.ts";
import * as profileValues from "./0004-profile-values.ts";
import * as movableClock from "./0005-movable-clock.ts";
import * as deadlinesAndNotices from "./0006-deadlines-and-notices.ts";
import * as partialRuns from "./0007-partial-runs.ts";
import * as faultsOfVerdicts from "./0008-faults-of-verdicts.ts";
import * as credentialsOfThreeKinds from "./0009-credentials-of-three-kinds.ts";
import * as disturbances from "./0010-disturbances.ts";
import * as applications from "./0011-applications.ts";
import * as lifecycle from "./0012-lifecycle.ts";
import * as revalidation from "./0013-revalidation.ts";
import * as evidence from "./0014-evidence.ts";
import * as access from "./0016-access.ts";
import * as listings from "./0017-listings.ts";
import * as webhooks from "./0018-webhooks.ts";
import * as submissions from "./0019-submissions.ts";
import * as threads from "./0020-threads.ts";
import * as sandboxPolicy from "./0021-sandbox-policy.ts";

/** Every migration by name. Those that are missing run in the order of their names, all in one transaction with their entries in the record. */
export const allMigrations: Readonly<Record<string, Migration>> = {
  "0001-first-slice": firstSlice,
  "0002-workflow-pair-columns": workflowPairColumns,
  "0003-log-rows-as-they-are": logRowsAsTheyAre,
  "0004-profile-values": profileValues,
  "0005-movable-clock": movableClock,
  "0006-deadlines-and-notices": deadlinesAndNotices,
  "0007-partial-runs": partialRuns,
  "0008-faults-of-verdicts": faultsOfVerdicts,
  "0009-credentials-of-three-kinds": credentialsOfThreeKinds,
  "0010-disturbances": disturbances,
  "0011-applications": applications,
  "0012-lifecycle": lifecycle,
  "0013-revalidation": revalidation,
  "0014-evidence": evidence,
  "0016-access": access,
  "0017-listings": listings,
  "0018-webhooks": webhooks,
  "0019-submissions": submissions,
  "0020-threads": threads,
  "0021-sandbox-policy": sandboxPolicy,
};
