import { unreachable } from "@slipway/foundation";

import type { PreflightEvidence } from "./preflight-evidence.ts";
import { amber, green, notExercised, red } from "./preflight-outcomes.ts";
import type { PreflightOutcome } from "./preflight-report.ts";
import { isRefusal, type Probe } from "./probe.ts";

/** Whether the partner lets the platform in. */
export function judgeAccepted({ withCredentials }: PreflightEvidence): PreflightOutcome {
  const expected = "status 200 with the credentials on record";
  if (withCredentials.kind === "not-sent") {
    return red({
      expected,
      found: withCredentials.reason,
      toDo: "Enter the credentials of this tenant again.",
    });
  }
  if (withCredentials.kind === "no-answer") return notExercised("The endpoint did not answer.");
  const { status } = withCredentials;
  if (isRefusal(status)) {
    return red({
      expected,
      found: `status ${status}`,
      toDo: "Enter the credentials that the endpoint expects for this customer.",
    });
  }
  return status >= 200 && status < 300
    ? green(`status ${status}`)
    : notExercised(`Status ${status} does not tell whether they were accepted.`);
}

/**
 * Whether the partner keeps others out. One that lets everybody in is at fault, and a check of the run says so; it does not
 * keep a run from starting.
 */
export function judgeRefused({
  withCredentials,
  withWrongCredentials,
}: PreflightEvidence): PreflightOutcome {
  if (withCredentials.kind !== "answered") return notExercised("The endpoint did not answer.");
  if (withWrongCredentials.kind === "answered" && isRefusal(withWrongCredentials.status))
    return green(`status ${withWrongCredentials.status}`);
  return amber({
    expected: "status 401 or 403 for wrong credentials",
    found: foundIn(withWrongCredentials),
    toDo: "Check user name and password of every call.",
  });
}

function foundIn(probe: Probe): string {
  switch (probe.kind) {
    case "answered":
      return `status ${probe.status}`;
    case "no-answer":
      return `${probe.reason}: ${probe.detail}`;
    case "not-sent":
      return probe.reason;
    default:
      return unreachable(probe);
  }
}

/** Whether the partner calls the ATS API as the tenant's integration user. */
export function judgeAtsCredential({ atsCalls, customerId }: PreflightEvidence): PreflightOutcome {
  const expected = `calls of the ATS API for customer ${customerId} with the credential issued for it`;
  switch (atsCalls) {
    case "accepted":
      return green("the latest call was let in");
    case "refused":
      return red({
        expected,
        found: "the latest call was refused (401)",
        toDo: "Store the user name and password issued for this customer, and call the API once with them; ask for new ones if they are lost.",
      });
    case "elsewhere":
      return red({
        expected,
        found: "the latest call used this credential for another customer",
        toDo: "Keep one credential per customer, and call the API once for this customer with its own.",
      });
    case "none":
      return amber({
        expected,
        found: "no call yet",
        toDo: "Nothing to do when the endpoint calls only for an order; else call the API once with the credential.",
      });
    default:
      return unreachable(atsCalls);
  }
}
