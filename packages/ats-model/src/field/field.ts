import type { Evidence } from "./evidence.ts";

/** Why a value is replaced by a typed mark before an exchange is stored. */
export type MaskKind = "government-id" | "birth-date" | "personal";

/** What a search filter compares with (DOC): `select` and `multiselect` take list values, `listnode` a node. */
export type FilterKind =
  | "text"
  | "number"
  | "date"
  | "date-time"
  | "multiselect"
  | "listnode"
  | "select";

/** A value that is kept outside the document: in the row itself or in the status log. */
export type SystemSource = "id" | "created-at" | "updated-at" | "status-log";

interface FieldBase {
  /** The web-service field id; custom ones are `field` and a number (PAY). */
  readonly id: string;
  /** The English label a tenant starts with. */
  readonly label: string;
  readonly writable: boolean;
  /** Whether a read without `fields=` returns it (section 3.3 of the vendor facts). */
  readonly default: boolean;
  readonly evidence: Evidence;
  readonly masked?: MaskKind;
  readonly searchable?: FilterKind;
  /** Of a child: its number in filter names, as in `collectionfield3256date`; not the one of a web-service id (DOC). */
  readonly filterNumber?: number;
  readonly system?: SystemSource;
}

export interface TextField extends FieldBase {
  readonly type: "text";
  /** Longest text in characters. */
  readonly max?: number;
}

export interface PlainField extends FieldBase {
  readonly type:
    | "number"
    | "decimal"
    | "date"
    | "date-time"
    | "boolean"
    | "salary"
    | "currency"
    | "file"
    | "address-link";
}

export interface ListField extends FieldBase {
  readonly type: "dropdown-single" | "dropdown-id" | "list-single" | "list-multiple";
  /** The tenant's list that holds the nodes. A `dropdown-single` without one takes any text. */
  readonly list?: string;
  /** An unknown text written here becomes a node of the list: school, major, degree (DOC). */
  readonly open?: boolean;
}

export interface LinkField extends FieldBase {
  readonly type: "person-link" | "job-link" | "profile-link";
  /** The URL noun of the linked type; not always one of ours (`talentpools`, `newhirecategories`). */
  readonly target: string;
}

/** A field that may stand inside a collection. */
export type ChildField = TextField | PlainField | ListField | LinkField;

/** A collection: entries with a stable number each. One `with-default` entry may be the primary one (DOC). */
export interface GroupField extends FieldBase {
  readonly type: "group" | "group-with-default";
  readonly children: readonly ChildField[];
}

export type Field = ChildField | GroupField;

export type FieldType = Field["type"];

/** Tells a collection from a single value. */
export function isGroup(field: Field): field is GroupField {
  return field.type === "group" || field.type === "group-with-default";
}
