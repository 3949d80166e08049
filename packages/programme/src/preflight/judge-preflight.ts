import type { Region } from "@slipway/exchange";
import { unreachable } from "@slipway/foundation";
import { parsePackageList } from "@slipway/frameworks";

import type { EndedDelivery } from "../deliveries/ended-delivery.ts";
import type { EnablementSheet } from "../partner/partner-setup.ts";
import type { PreflightItem, PreflightItemId, PreflightOutcome } from "./preflight-report.ts";

/** What was tried in one tenant, ready to be judged. */
export interface PreflightEvidence {
  readonly region: Region;
  readonly customerId: string;
  readonly endpoint: string;
  readonly enablement: EnablementSheet;
  /** The package list asked for with the credentials on record, and with wrong ones. */
  readonly withCredentials: EndedDelivery;
  readonly withWrongCredentials: EndedDelivery;
  /** What the partner's latest calls of the ATS API say of the credential it uses. */
  readonly atsCalls: "accepted" | "refused" | "none";
}

const maxSkewMs = 5 * 60_000;

/** Judges one tenant's evidence. Pure. */
export function judgePreflight(evidence: PreflightEvidence): readonly PreflightItem[] {
  const items: readonly (readonly [PreflightItemId, string, PreflightOutcome])[] = [
    ["address", "The endpoint answers", judgeAddress(evidence)],
    ["tls", "The endpoint is reached over TLS with a valid certificate", judgeTls(evidence)],
    ["clock-skew", "The partner's clock agrees with ours", judgeClock(evidence)],
    ["authentication-accepted", "The credentials on record are accepted", judgeAccepted(evidence)],
    ["authentication-refused", "Wrong credentials are refused", judgeRefused(evidence)],
    [
      "ats-credential",
      "The partner calls the ATS API with its credential",
      judgeAtsCalls(evidence),
    ],
    ["package-list", "The package list has an active package", judgePackages(evidence)],
    ["enablement-sheet", "The enablement sheet fits the tenant", judgeSheet(evidence)],
  ];
  return items.map(([id, title, outcome]) => ({ id, region: evidence.region, title, outcome }));
}

function judgeAddress({ endpoint, withCredentials }: PreflightEvidence): PreflightOutcome {
  const expected = `an HTTP answer from ${endpoint}`;
  switch (withCredentials.kind) {
    case "answered":
      return green(`${endpoint} answered`);
    case "no-answer":
      return red(
        expected,
        reasonOf(withCredentials),
        "Start the endpoint, or correct its address, and open it to the platform.",
      );
    case "not-sent":
    case "outcome-unknown":
      return red(
        expected,
        withCredentials.reason,
        "Mend what is said here, then run the preflight again.",
      );
    default:
      return unreachable(withCredentials);
  }
}

function judgeTls({ endpoint, withCredentials }: PreflightEvidence): PreflightOutcome {
  const { protocol, hostname } = new URL(endpoint);
  if (isLoopback(hostname) && protocol === "http:") {
    return {
      kind: "not-applicable",
      why: "The endpoint is on this machine: nothing crosses a network that TLS would protect.",
    };
  }
  if (protocol !== "https:")
    return red("an https address", endpoint, "Serve the endpoint over TLS 1.2 or newer.");
  if (withCredentials.kind === "no-answer" && reasonOf(withCredentials).startsWith("tls-failed")) {
    return red(
      "a certificate of a public authority, valid for the host",
      reasonOf(withCredentials),
      "Install a valid certificate with its chain.",
    );
  }
  return withCredentials.kind === "answered"
    ? green("a valid certificate")
    : red("a TLS connection", reasonOf(withCredentials), "See the address above.");
}

function judgeClock({ withCredentials }: PreflightEvidence): PreflightOutcome {
  if (withCredentials.kind !== "answered")
    return { kind: "not-applicable", why: "No answer carried a date." };
  const { answer, at } = withCredentials.exchange;
  const date =
    answer.kind === "answered"
      ? answer.headers.find(([name]) => name.toLowerCase() === "date")?.[1]
      : undefined;
  const theirs = date === undefined ? Number.NaN : Date.parse(date);
  if (Number.isNaN(theirs))
    return amber(
      "a Date header in answers",
      "none",
      "Send it: result times are judged by your stated completion.",
    );
  const skewMs = Math.abs(theirs - at.getTime());
  // A Date header counts whole seconds.
  if (skewMs <= maxSkewMs) return green(`${Math.round(skewMs / 1000)} s apart`);
  return red(
    "clocks at most 5 minutes apart",
    `${Math.round(skewMs / 1000)} s apart`,
    "Synchronise the clock of the machine that answers.",
  );
}

function judgeAccepted({ withCredentials }: PreflightEvidence): PreflightOutcome {
  const expected = "status 200 for the package list with the credentials on record";
  if (withCredentials.kind !== "answered")
    return red(expected, reasonOf(withCredentials), "See the address above.");
  if (withCredentials.status === 200) return green("status 200");
  return red(
    expected,
    `status ${withCredentials.status}`,
    "Enter the credentials that the endpoint expects for this customer.",
  );
}

function judgeRefused({ withWrongCredentials }: PreflightEvidence): PreflightOutcome {
  const expected = "status 401 or 403 for wrong credentials";
  if (withWrongCredentials.kind !== "answered")
    return red(expected, reasonOf(withWrongCredentials), "See the address above.");
  const { status } = withWrongCredentials;
  if (status === 401 || status === 403) return green(`status ${status}`);
  // An endpoint that lets everybody in is the partner's fault, and a check of the run says so; it does not keep a run from starting.
  return amber(expected, `status ${status}`, "Check user name and password of every call.");
}

function judgeAtsCalls({ atsCalls, customerId }: PreflightEvidence): PreflightOutcome {
  const expected = `calls of the ATS API for customer ${customerId} with the credential issued for it`;
  if (atsCalls === "accepted") return green("the latest call was let in");
  if (atsCalls === "refused") {
    return red(
      expected,
      "the latest call was refused",
      "Store the user name and password issued for this customer; ask for new ones if they are lost.",
    );
  }
  return amber(
    expected,
    "no call yet",
    "Nothing to do when the endpoint calls only for an order; else call the API once with the credential.",
  );
}

function judgePackages({ withCredentials, customerId }: PreflightEvidence): PreflightOutcome {
  const expected = "a package list with at least one active package";
  const toDo = `Answer GET /packages?customerId=${customerId} as the guide says.`;
  if (withCredentials.kind !== "answered" || withCredentials.status !== 200)
    return red(expected, "no package list", toDo);
  const parsed = packagesOf(withCredentials);
  if (parsed.kind === "findings")
    return red(
      expected,
      parsed.findings.map(({ where, message }) => `${where} ${message}`).join("; "),
      toDo,
    );
  const active = parsed.value.packages.filter((one) => one.active);
  return active.length > 0 ? green(`${active.length} active`) : red(expected, "none active", toDo);
}

function judgeSheet({
  enablement,
  customerId,
  withCredentials,
}: PreflightEvidence): PreflightOutcome {
  if (enablement.customerId !== customerId) {
    return red(
      `customer ${customerId} on the enablement sheet`,
      enablement.customerId,
      "Correct the customer id: it differs per tenant.",
    );
  }
  if (withCredentials.kind !== "answered" || withCredentials.status !== 200)
    return { kind: "not-applicable", why: "No package list to hold it against." };
  const parsed = packagesOf(withCredentials);
  const offered = parsed.kind === "parsed" ? parsed.value.packages.map((one) => one.packageId) : [];
  const unknown = enablement.packageIds.filter((id) => !offered.includes(id));
  if (unknown.length === 0)
    return green(`${enablement.packageIds.length} package ids, all offered`);
  return red(
    `package ids that the endpoint offers (${offered.join(", ")})`,
    unknown.join(", "),
    "Correct the package ids of this tenant on the sheet.",
  );
}

function packagesOf(
  delivery: Extract<EndedDelivery, { kind: "answered" }>,
): ReturnType<typeof parsePackageList> {
  const { answer } = delivery.exchange;
  const content =
    answer.kind === "answered" && answer.body.kind !== "none" ? answer.body.content : "";
  return parsePackageList(content);
}

function reasonOf(delivery: EndedDelivery): string {
  if (delivery.kind === "not-sent" || delivery.kind === "outcome-unknown") return delivery.reason;
  const { answer } = delivery.exchange;
  return answer.kind === "answered"
    ? `status ${answer.status}`
    : `${answer.reason}: ${answer.detail}`;
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/u.test(hostname);
}

function green(found: string): PreflightOutcome {
  return { kind: "green", found };
}

function amber(expected: string, found: string, toDo: string): PreflightOutcome {
  return { kind: "amber", expected, found, toDo };
}

function red(expected: string, found: string, toDo: string): PreflightOutcome {
  return { kind: "red", expected, found, toDo };
}
