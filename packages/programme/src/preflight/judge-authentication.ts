import type { FaultOwner } from "@slipway/event-delivery";
import { unreachable } from "@slipway/foundation";

import type { PreflightEvidence } from "./preflight-evidence.ts";
import { amber, green, notExercised, red } from "./preflight-outcomes.ts";
import type { PreflightOutcome } from "./preflight-report.ts";
import { isRefusal, type Probe } from "./probe.ts";
import type { AuthenticationMethod } from "../partner/partner-setup.ts";

/** Whether the partner lets the platform in. */
export function judgeAccepted({ withCredentials, method }: PreflightEvidence): PreflightOutcome {
  const expected = "status 200 with the credentials on record";
  if (withCredentials.kind === "not-sent") {
    return red({
      expected,
      found: withCredentials.reason,
      toDo: toHaveThem[withCredentials.fault],
    });
  }
  if (withCredentials.kind === "no-answer") return notExercised("The endpoint did not answer.");
  const { status } = withCredentials;
  if (isRefusal(status)) {
    return red({
      expected,
      found: `status ${status}`,
      toDo: toBeAccepted[method],
    });
  }
  return status >= 200 && status < 300
    ? green(`status ${status}`)
    : notExercised(`Status ${status} does not tell whether they were accepted.`);
}

const toHaveThem: Readonly<Record<FaultOwner, string>> = {
  platform: "Enter the credentials of this tenant again.",
  configuration:
    "Correct the token address, client id, client secret, audience or scope of this tenant, as what was found says.",
  partner: "Mend the token endpoint: the platform asked it as it asks for every call.",
};

const toBeAccepted: Readonly<Record<AuthenticationMethod, string>> = {
  basic: "Enter the credentials that the endpoint expects for this customer.",
  hmac: "Enter the user and the shared key that the endpoint expects for this customer. If they are right, compare the text that the endpoint signs, line by line, with the guide's: the host has its port, and the digest is of the body as it arrived, compressed.",
  oauth:
    "The token endpoint gave a token that the endpoint does not take for this customer: enter the audience and scope that it expects, or see why it does not know its own token.",
};

const toRefuse: Readonly<Record<AuthenticationMethod, string>> = {
  basic: "Check user name and password of every call.",
  hmac: "Check the signature of every call with the key of its user.",
  oauth: "Check the token of every call.",
};

/**
 * Whether the partner keeps others out. One that lets everybody in is at fault, and a check of the run says so; it does not
 * keep a run from starting.
 */
export function judgeRefused({
  withCredentials,
  withWrongCredentials,
  method,
}: PreflightEvidence): PreflightOutcome {
  if (withCredentials.kind !== "answered") return notExercised("The endpoint did not answer.");
  if (withWrongCredentials.kind === "answered" && isRefusal(withWrongCredentials.status))
    return green(`status ${withWrongCredentials.status}`);
  return amber({
    expected: "status 401 or 403 for wrong credentials",
    found: foundIn(withWrongCredentials),
    toDo: toRefuse[method],
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
        found: "the latest call was refused (401 or 403)",
        toDo: "Store the credentials issued for this customer, and call the API once with them, from an address that is on its list if it has one; ask for new ones if they are lost.",
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
