import { unreachable } from "@slipway/foundation";
import type { PublicStanding, Verification } from "@slipway/programme";

export const designationNames: Readonly<Record<Verification["designation"], string>> = {
  prime: "Prime",
  standard: "Standard",
};

/** What a designation is good for, in the words of the public page. */
export const designationMeans: readonly string[] = [
  "The programme reviewed the integration's design, field by field, before it was built.",
  "The integration ran every use case of the requirement pack in a sandbox of two unlike customers, and no requirement failed.",
  "The programme looked at the recorded calls of that run and approved this version, by a named person who is not of the partner.",
];

export const designationDoesNotMean: readonly string[] = [
  "It is no guarantee of security, privacy or availability, and no audit of the partner's systems.",
  "It says nothing about versions, features or customers' settings that were not part of the run.",
  "It is no statement about the quality of what the partner sells, such as the validity of a test.",
  "It does not last by itself: it can be suspended or removed. What counts is what this address says today.",
];

/** How colours say it: in force, in force with something to do, not in force. */
export type StandingTone = "good" | "due" | "held";

export interface StandingWords {
  readonly tone: StandingTone;
  /** For the badge. Names a designation only while there is one. */
  readonly short: string;
  /** For the page. */
  readonly sentence: string;
}

/** How the standing is put. */
export function wordsOf({ standing, designation }: StandingAndDesignation): StandingWords {
  const name = designationNames[designation];
  switch (standing.kind) {
    case "in-force":
      return {
        tone: "good",
        short: name,
        sentence: `The designation ${name} is in force.`,
      };
    case "revalidation-due":
      return {
        tone: "due",
        short: `${name}, revalidation due`,
        sentence: `The designation ${name} is in force, and a revalidation is asked${byWhen(standing.dueAt)}.`,
      };
    case "overdue":
      return {
        tone: "held",
        short: "revalidation overdue",
        sentence: `A revalidation was asked${byWhen(standing.dueAt)}, and was not done in time. No designation can be relied on until the programme has decided.`,
      };
    case "suspended":
      return {
        tone: "held",
        short: "suspended",
        sentence: `The programme suspended the integration on ${dayOf(standing.since)}. No designation is in force.`,
      };
    case "removed":
      return {
        tone: "held",
        short: "removed",
        sentence: `The programme removed the integration on ${dayOf(standing.since)}. No designation is in force.`,
      };
    default:
      return unreachable(standing);
  }
}

type StandingAndDesignation = Pick<Verification, "designation"> & {
  readonly standing: PublicStanding;
};

/** A day in UTC. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

function byWhen(dueAt: Date | undefined): string {
  return dueAt === undefined ? "" : ` by ${dayOf(dueAt)}`;
}
