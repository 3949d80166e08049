/** What this partner does otherwise than the guide says; nothing of it by default. For proving the judge. */
export interface Behaviour {
  readonly acceptsAnyPassword?: true;
  readonly acceptsRepeated?: true;
  readonly acceptsIncomplete?: true;
  readonly fallsBack?: true;
  readonly refusesUnknownMembers?: true;
  /** In place of the message that names what is missing. */
  readonly missingText?: () => string;
  /** In place of 303 to a completed application. */
  readonly staysSilent?: true;
  /** The last page leads nowhere. */
  readonly keepsCandidate?: true;
  /** Pages before the one that completes; 0 by default. */
  readonly pagesBefore?: number;
  readonly writesNothing?: true;
  /** No row before there is a result. */
  readonly writesOnceOnly?: true;
  /** The completed row is a second one. */
  readonly addsSecondRow?: true;
  readonly leavesOutScore?: true;
  readonly readsUndeclared?: true;
}

/** A way in which this partner can be made to behave, and what it then does. */
interface Variant {
  readonly does: string;
  readonly behaviour: Behaviour;
}

type Variants = Readonly<Record<string, Variant>>;

/** Faults that `STANDARD_PARTNER_FAULT` names. */
export const faults = {
  "accepts-any-password": {
    does: "lets anybody in, whatever the credentials",
    behaviour: { acceptsAnyPassword: true },
  },
  "accepts-repeated-event": {
    does: "begins a second assessment for an event that it has had",
    behaviour: { acceptsRepeated: true },
  },
  "accepts-incomplete-application": {
    does: "accepts an application that lacks a required field",
    behaviour: { acceptsIncomplete: true },
  },
  "falls-back-to-first-assessment": {
    does: "takes its first assessment for one that it does not know",
    behaviour: { fallsBack: true },
  },
  "refuses-unknown-members": {
    does: "refuses an event with members that it does not know",
    behaviour: { refusesUnknownMembers: true },
  },
  "names-no-field": {
    does: "says that something is missing, and not what",
    behaviour: { missingText: () => "The request is invalid." },
  },
  "sends-nobody-on": {
    does: "answers a completed application without a way on for the candidate",
    behaviour: { staysSilent: true },
  },
  "keeps-candidate": {
    does: "never leads the candidate back to the portal",
    behaviour: { keepsCandidate: true },
  },
  "writes-no-result": { does: "never writes a result", behaviour: { writesNothing: true } },
  "adds-second-row": {
    does: "writes the result as a second row",
    behaviour: { addsSecondRow: true },
  },
  "leaves-out-score": {
    does: "completes the row without a score",
    behaviour: { leavesOutScore: true },
  },
  "reads-undeclared-field": {
    does: "asks for a field that its manifest does not name",
    behaviour: { readsUndeclared: true },
  },
} as const satisfies Variants;

/** Other ways to do it right. */
export const goodVariants = {
  "as-the-guide-has-it": { does: "does all as the guide has it", behaviour: {} },
  "leads-over-three-pages": {
    does: "leads the candidate over three pages",
    behaviour: { pagesBefore: 2 },
  },
  "writes-one-complete-row": {
    does: "writes no row before there is a result",
    behaviour: { writesOnceOnly: true },
  },
} as const satisfies Variants;

export type FaultName = keyof typeof faults;
export type GoodName = keyof typeof goodVariants;

/** The behaviour of this name; fails with those that there are. */
export function behaviourNamed(name: string): Behaviour {
  const known: Variants = { ...faults, ...goodVariants };
  const found = Object.hasOwn(known, name) ? known[name] : undefined;
  if (found !== undefined) return found.behaviour;
  throw new Error(`Expected one of ${Object.keys(known).join(", ")}, found "${name}".`);
}
