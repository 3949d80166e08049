/** An item of one of the customer's lists. `D…` ids are the vendor's, `C…` ids the customer's own. */
export interface ListValue {
  readonly id: string;
  readonly formattedvalue: string;
  readonly value: string;
}

/** A country or a state. */
export interface DropdownValue {
  readonly id: string;
  readonly abbrev?: string;
  readonly value: string;
}

/** A link to another profile. */
export interface ProfileLink {
  /** The profile's absolute address. */
  readonly profile: string;
  readonly id: number;
  readonly value?: string;
}

/** A link to an address entry of a company. */
export interface AddressLink {
  readonly id: number;
  readonly companyid: number;
  /** The entry's absolute address; `follow` of the client reads it. */
  readonly address: string;
  readonly value?: string;
}

export interface Money {
  readonly amountstring: string;
  readonly amount: number;
  /** Three letters. */
  readonly currency: string;
}

export interface Salary extends Money {
  readonly timeframe?: Timeframe;
}

export type Timeframe = "Hourly" | "Daily" | "Weekly" | "Monthly" | "Yearly";

/** A stored document. It is not written in JSON. */
export interface StoredFile {
  readonly file: string;
  readonly name?: string;
}

/** What every element of a collection carries: its number, which stays the same. */
export interface Entry {
  readonly entry: number;
}

/** One change of a workflow's status; the newest 100 are kept. */
export interface StatusLogEntry {
  readonly status: ListValue;
  readonly updatedDate: string;
  readonly updatedBy?: ProfileLink;
}

/** A link of an answer or an event. The three links of a workflow all have the `rel` "self": the title tells them apart. */
export interface Link {
  readonly rel: string;
  readonly title: string;
  readonly url: string;
}

/** What every profile answers, whatever fields were asked for. */
export interface ProfileBase {
  readonly links: readonly Link[];
  /** A field of the customer's own; what it holds is the customer's matter. */
  readonly [customField: `field${number}`]: unknown;
}
