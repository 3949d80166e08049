import type { References } from "@slipway/exchange";

import type { ApiUser } from "../credentials/api-user.ts";
import type { Arrival } from "./arrival.ts";
import type { Session } from "./session.ts";

/** A request on its way through the steps. Each step adds to it what later steps may rely on. */
export interface Call {
  readonly arrival: Arrival;
  readonly notes: CallNotes;
}

/** A call of a known user within the customer of its path. */
export interface SessionCall extends Call {
  readonly session: Session;
}

/**
 * What goes into the record of a call besides the request and the answer. Steps write it down as they learn it, so that a
 * call refused half-way is recorded with what it had asked for until then.
 */
export interface CallNotes {
  /** Set once the customer is established. */
  session?: Session;
  /** Set once the credentials are proven, whatever customer the path names. */
  provenUsers?: readonly ApiUser[];
  /** The customer that is meant, where the path names none. */
  meantFor?: string;
  /** What was presented and what it was compared with: it must not be stored wherever it occurs. */
  readonly secrets: string[];
  /** Fields named in `fields=`, in the path or in a filter. */
  readonly requested: NotedField[];
  readonly delivered: NotedField[];
  readonly deliveredByDefault: NotedField[];
  /** Fields sent; whether they count as written or as refused depends on the answer. */
  readonly sent: NotedField[];
  /** Of those, the names that the user may not write: a success did not take them. */
  readonly notTaken: Set<string>;
  references: References;
}

/** A field of a profile, or of none where the request named none. */
export interface NotedField {
  readonly noun: string;
  readonly profileId?: number;
  readonly field: string;
}

export function emptyNotes(): CallNotes {
  return {
    secrets: [],
    requested: [],
    delivered: [],
    deliveredByDefault: [],
    sent: [],
    notTaken: new Set(),
    references: {},
  };
}
