import type { ProfileNoun } from "../noun/profile-noun.ts";

/** A field that only one tenant has. */
export interface CustomField {
  readonly noun: ProfileNoun;
  /** The web-service id, `field` and a number (PAY). */
  readonly id: string;
  readonly label: string;
  readonly type:
    | "text"
    | "number"
    | "decimal"
    | "date"
    | "date-time"
    | "boolean"
    | "dropdown-single"
    | "list-single"
    | "list-multiple"
    | "person-link"
    | "job-link";
  /** The list that holds the nodes; present for list types and drop-downs with options. */
  readonly list?: string;
  /** The number of the flat-file and filter name (`customfield2145.text`); not the one of `field#####` (PAY). */
  readonly filterNumber: number;
  /** Only searchable fields are indexed and may be filtered on. */
  readonly searchable: boolean;
}
