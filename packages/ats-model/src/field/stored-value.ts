/**
 * The house form of values, as kept in `profile.doc`. An empty value is absent, never null.
 *
 * - text, `dropdown-single`: the text itself
 * - number, decimal, boolean: the JSON value
 * - date: `2026-02-03`; date-time: ISO in UTC, `2026-02-03T16:05:00.000Z`
 * - `dropdown-id`, `list-single`: the node id; `list-multiple`: node ids
 * - person, job, profile link: the linked system id
 * - address link, money, file: the objects below
 * - collection: an array of entries, each with its number under `entry`
 */
export type StoredValue = StoredChild | readonly StoredEntry[];

export type StoredChild =
  | string
  | number
  | boolean
  | readonly string[]
  | StoredAddressLink
  | StoredMoney
  | StoredFile;

/** The address of a job: entry `entry` of collection `addresses` of a company (PAY). */
export type StoredAddressLink = { readonly companyId: number; readonly entry: number };

/** A salary has a time frame (Hourly, Daily, Weekly, Monthly, Yearly), a currency value has none (DOC). */
export type StoredMoney = {
  readonly amount: number;
  readonly currency: string;
  readonly timeframe?: string;
};

/** What is known of a stored document; its bytes live elsewhere. */
export type StoredFile = {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: number;
};

export type StoredEntry = { readonly entry: number; readonly [childId: string]: StoredChild };

/** All values of a profile by field id. */
export type ProfileDoc = { readonly [fieldId: string]: StoredValue };
