/** What a run says as a whole; `partial`: nothing failed of the part of its pack that it covers. */
export type RunConclusion =
  | "passed"
  | "failed"
  | "not-judged"
  | "waiting"
  | "incomplete"
  | "partial";
