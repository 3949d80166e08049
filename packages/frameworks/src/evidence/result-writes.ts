import type { CaseEvidence } from "@slipway/conformance";
import type { Exchange } from "@slipway/exchange";

import { partnerCalls } from "./partner-calls.ts";

const rowsPath = /\/applicantworkflows\/(\d+)\/fields\/assessmentresults(?:\/\d+)?$/u;

/** The partner's calls that write rows of `assessmentresults`, oldest first. */
function resultWrites(evidence: CaseEvidence): readonly Exchange[] {
  return partnerCalls(evidence).filter(
    ({ request }) => request.method !== "GET" && rowsPath.test(request.path),
  );
}

/** Those that the ATS took. */
export function acceptedWrites(evidence: CaseEvidence): readonly Exchange[] {
  return resultWrites(evidence).filter(
    ({ answer }) => answer.kind === "answered" && answer.status < 300,
  );
}

/** Those that the ATS refused. */
export function refusedWrites(evidence: CaseEvidence): readonly Exchange[] {
  return resultWrites(evidence).filter(
    ({ answer }) => answer.kind === "answered" && answer.status >= 400,
  );
}
