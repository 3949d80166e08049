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

/** Faults that `STANDARD_PARTNER_FAULT` names. */
export const faults = {
  "accepts-any-password": { acceptsAnyPassword: true },
  "accepts-repeated-event": { acceptsRepeated: true },
  "accepts-incomplete-application": { acceptsIncomplete: true },
  "falls-back-to-first-assessment": { fallsBack: true },
  "refuses-unknown-members": { refusesUnknownMembers: true },
  "names-no-field": { missingText: () => "The request is invalid." },
  "sends-nobody-on": { staysSilent: true },
  "keeps-candidate": { keepsCandidate: true },
  "writes-no-result": { writesNothing: true },
  "adds-second-row": { addsSecondRow: true },
  "leaves-out-score": { leavesOutScore: true },
  "reads-undeclared-field": { readsUndeclared: true },
} as const satisfies Readonly<Record<string, Behaviour>>;

/** Other ways to do it right. */
export const goodVariants = {
  "as-the-guide-has-it": {},
  "leads-over-three-pages": { pagesBefore: 2 },
  "writes-one-complete-row": { writesOnceOnly: true },
} as const satisfies Readonly<Record<string, Behaviour>>;

export type FaultName = keyof typeof faults;
export type GoodName = keyof typeof goodVariants;

/** The behaviour of this name; fails with those that there are. */
export function behaviourNamed(name: string): Behaviour {
  const known: Readonly<Record<string, Behaviour>> = { ...faults, ...goodVariants };
  const found = Object.hasOwn(known, name) ? known[name] : undefined;
  if (found !== undefined) return found;
  throw new Error(`Expected one of ${Object.keys(known).join(", ")}, found "${name}".`);
}
