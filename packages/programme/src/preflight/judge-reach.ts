import type { NoAnswerReason } from "@slipway/exchange";

import type { PreflightEvidence } from "./preflight-evidence.ts";
import { green, notApplicable, notExercised, red } from "./preflight-outcomes.ts";
import type { PreflightOutcome } from "./preflight-report.ts";

/** Whether a connection to the endpoint can be made. */
export function judgeAddress({ endpoint, withCredentials }: PreflightEvidence): PreflightOutcome {
  if (withCredentials.kind === "not-sent")
    return notExercised("The endpoint was not called: the credentials for it cannot be had.");
  if (withCredentials.kind === "answered") return green(`${endpoint} answered`);
  const { reason, detail } = withCredentials;
  if (reason === "tls-failed") return green(`${endpoint} is there; TLS is looked at by itself`);
  return red({
    expected: `an HTTP answer from ${endpoint}`,
    found: `${reason}: ${detail}`,
    toDo: mending[reason],
  });
}

const mending: Readonly<Record<Exclude<NoAnswerReason, "tls-failed">, string>> = {
  "timed-out": "Let the platform through to the endpoint, and answer at once.",
  "connection-refused":
    "Start the endpoint, or correct its address and port, and let the platform through its firewall.",
  "connection-reset": "See in the log of the endpoint why it hangs up without an answer.",
  "name-not-resolved": "Correct the host name, or publish it in DNS.",
  "address-forbidden":
    "Use an address on the public network. For work on one machine the platform's operator can allow private ones (SLIPWAY_ALLOW_PRIVATE_ENDPOINTS).",
  "malformed-answer": "Serve HTTP/1.1 at this address; another program may be listening there.",
  "outcome-unknown": "Run the preflight again.",
};

/** Whether the connection is protected as it should be. */
export function judgeTls({ endpoint, withCredentials }: PreflightEvidence): PreflightOutcome {
  const { protocol, hostname } = new URL(endpoint);
  if (protocol === "http:" && isLoopback(hostname)) {
    return notApplicable(
      "The endpoint is on the platform's own machine: nothing crosses a network that TLS would protect.",
    );
  }
  if (protocol !== "https:") {
    return red({
      expected: "an https address",
      found: endpoint,
      toDo: "Serve the endpoint over TLS 1.2 or newer, and enter its https address.",
    });
  }
  if (withCredentials.kind === "answered")
    return green("TLS with a certificate that is valid for the host");
  if (withCredentials.kind === "no-answer" && withCredentials.reason === "tls-failed") {
    return red({
      expected: `TLS 1.2 or newer with a certificate that is valid for ${hostname}, of an authority that is trusted`,
      found: withCredentials.detail,
      toDo: "Install a valid certificate with its chain. If a private authority issued it, enter that authority's certificate as trusted.",
    });
  }
  return notExercised("No connection was made.");
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/u.test(hostname);
}
