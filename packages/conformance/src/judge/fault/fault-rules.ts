import type { Exchange, NoAnswerReason } from "@slipway/exchange";

import type { FaultOwner } from "../../check.ts";
import { describeExchanges } from "./describe-exchanges.ts";
import type { FaultEvidence, FaultRuleId, FaultyResult } from "./fault-decision.ts";
import { preflightFacts } from "./preflight-facts.ts";

/** A rule by which a fault is given to its owner. */
export interface FaultRule {
  /** Whose fault it then is; `declared`: whose the check says. */
  readonly owner: FaultOwner | "declared";
  /** When it applies, in a sentence; `docs/faults.md` lists them. */
  readonly applies: string;
  /** The facts that make it apply; none: it does not. */
  readonly facts: (result: FaultyResult, evidence: FaultEvidence) => readonly string[];
}

/**
 * Whose fault a result is. The first rule that applies decides, in the order of `faultRuleIds`: what is ours comes first, then
 * what is set wrongly, and what is left is as the check says, which is nearly always the partner's.
 */
export const faultRules: Readonly<Record<FaultRuleId, FaultRule>> = {
  "checker.not-asked": {
    owner: "checker",
    applies: "The check could not be asked: this version lacks it, or the run could not be judged.",
    facts: ({ checkVersion, verdict }) =>
      verdict.kind === "checker-error" && checkVersion === 0 ? [verdict.reason] : [],
  },
  "sandbox.server-error": {
    owner: "sandbox",
    applies: "The sandbox answered a call of the same case with 5xx, without having been told to.",
    facts: (_result, { ofPlace, provokesSandboxFaults }) =>
      provokesSandboxFaults ? [] : describeExchanges(ofPlace.filter(isServerError)),
  },
  "checker.outcome-unknown": {
    owner: "checker",
    applies:
      "The platform lost track of a call of the same case after its first byte may have left.",
    facts: (_result, { ofPlace }) => describeExchanges(withReason(ofPlace, ["outcome-unknown"])),
  },
  "checker.step-broke": {
    owner: "checker",
    applies:
      "A step of the case broke or was lost, so that what it stands for was not established.",
    facts: ({ verdict }, { steps }) => (verdict.kind === "checker-error" ? brokenSteps(steps) : []),
  },
  "checker.check-broke": {
    owner: "checker",
    applies: "The check itself could not come to a verdict.",
    facts: ({ verdict }) => (verdict.kind === "checker-error" ? [verdict.reason] : []),
  },
  "configuration.endpoint-wrong": {
    owner: "configuration",
    applies:
      "The endpoint's host has no address, its certificate is not valid, or its address may not be called.",
    facts: (_result, evidence) =>
      withPreflight(
        withReason(calls(evidence), ["name-not-resolved", "tls-failed", "address-forbidden"]),
        evidence,
      ),
  },
  "configuration.nothing-listens": {
    owner: "configuration",
    applies: "The endpoint refused the connection, and answered no call of the run in that tenant.",
    facts: (_result, evidence) =>
      evidence.ofTenants.some(isAnsweredByPartner)
        ? []
        : withPreflight(withReason(calls(evidence), ["connection-refused"]), evidence),
  },
  "partner.went-away": {
    owner: "partner",
    applies:
      "The endpoint refused the connection, but answered other calls of the run in that tenant.",
    facts: (_result, evidence) => {
      const refused = withReason(calls(evidence), ["connection-refused"]);
      const answered = evidence.ofTenants.filter(isAnsweredByPartner).length;
      return refused.length === 0
        ? []
        : [
            ...describeExchanges(refused),
            `the same endpoint answered ${answered} other ${answered === 1 ? "call" : "calls"} of the run, so that its address is right`,
          ];
    },
  },
  "configuration.credentials-refused": {
    owner: "configuration",
    applies:
      "The partner answered every call of the run in that tenant with 401 or 403: the credentials on record are wrong.",
    facts: (_result, evidence) => {
      const answered = evidence.ofTenants.filter(isAnsweredByPartner);
      return answered.length === 0 || !answered.every(isRefusal)
        ? []
        : [
            ...describeExchanges(answered),
            `all ${answered.length} answers of the partner in this run refuse the credentials on record`,
            ...preflightFacts(evidence.preflight, "authentication-accepted"),
          ];
    },
  },
  "partner.no-usable-answer": {
    owner: "partner",
    applies: "The endpoint took the call, and sent no answer in time or none that can be read.",
    facts: (_result, evidence) =>
      describeExchanges(
        withReason(calls(evidence), ["timed-out", "connection-reset", "malformed-answer"]),
      ),
  },
  "check.says-so": {
    owner: "declared",
    applies:
      "None of the facts above is on record, and the check asks for what is not the partner's.",
    facts: (_result, { declared }) =>
      declared === "partner" ? [] : [`the check asks for what is a matter of the ${declared}`],
  },
  "partner.answered": {
    owner: "partner",
    applies:
      "No step broke, the sandbox answered without 5xx, and the partner's part is on record.",
    facts: (_result, { named, steps, provokesSandboxFaults }) => [
      ...(Object.keys(steps).length === 0 ? [] : ["no step of the case broke"]),
      provokesSandboxFaults
        ? "the sandbox failed where the scenario told it to"
        : "the sandbox answered without 5xx",
      ...describeExchanges(named),
    ],
  },
};

/** The calls to the partner that matter: those the result names, or those of its place where it names none. */
function calls({ named, ofPlace }: FaultEvidence): readonly Exchange[] {
  return named.length > 0 ? named : ofPlace;
}

function withReason(
  exchanges: readonly Exchange[],
  reasons: readonly NoAnswerReason[],
): readonly Exchange[] {
  return exchanges.filter(
    ({ direction, answer }) =>
      direction === "to-partner" && answer.kind === "no-answer" && reasons.includes(answer.reason),
  );
}

function withPreflight(
  exchanges: readonly Exchange[],
  { preflight }: FaultEvidence,
): readonly string[] {
  return exchanges.length === 0
    ? []
    : [...describeExchanges(exchanges), ...preflightFacts(preflight, "address")];
}

function isServerError({ direction, answer }: Exchange): boolean {
  return direction === "to-ats" && answer.kind === "answered" && answer.status >= 500;
}

function isAnsweredByPartner({ direction, answer }: Exchange): boolean {
  return direction === "to-partner" && answer.kind === "answered";
}

function isRefusal({ answer }: Exchange): boolean {
  return answer.kind === "answered" && (answer.status === 401 || answer.status === 403);
}

function brokenSteps(steps: FaultEvidence["steps"]): readonly string[] {
  return Object.entries(steps).flatMap(([name, { state, reason }]) =>
    state === "broken" || state === "lost"
      ? [`step ${name} is ${state}${reason === undefined ? "" : `: ${reason}`}`]
      : [],
  );
}
