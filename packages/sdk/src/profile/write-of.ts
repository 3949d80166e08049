import type {
  AddressLink,
  DropdownValue,
  Entry,
  ListValue,
  Money,
  ProfileLink,
  Salary,
  StoredFile,
  Timeframe,
} from "./profile-base.ts";

/** A list item is named by its id or by its text. */
export type ListWrite =
  | { readonly id: string; readonly value?: string }
  | { readonly value: string; readonly id?: string };

/** A profile is named by its id. */
export type LinkWrite = number | { readonly id: number };

/** An address is named by its entry, with its company. */
export interface AddressWrite {
  readonly companyid?: number;
  readonly id: number;
}

export interface MoneyWrite {
  readonly amount: number;
  readonly currency: string;
}

export interface SalaryWrite extends MoneyWrite {
  readonly timeframe?: Timeframe;
}

/** What may be written for a value that is read as `Value`. */
export type WriteValue<Value> = Value extends ListValue | DropdownValue
  ? ListWrite
  : Value extends ProfileLink
    ? LinkWrite
    : Value extends AddressLink
      ? AddressWrite
      : Value extends Salary
        ? SalaryWrite
        : Value extends Money
          ? MoneyWrite
          : Value extends readonly (infer Item)[]
            ? readonly WriteItem<Item>[]
            : Value;

/** An entry without a number is added, one with a number is changed. */
type WriteItem<Item> = Item extends Entry
  ? WriteOf<Omit<Item, "entry">> & { readonly entry?: number }
  : WriteValue<Item>;

/** The shape in which a profile or an entry is written: each member optional, `null` clears it. Documents are left out. */
export type WriteOf<Read, ReadOnly extends PropertyKey = never> = {
  readonly [
    Key in keyof Read as Key extends ReadOnly
      ? never
      : NonNullable<Read[Key]> extends StoredFile
        ? never
        : Key
  ]?: WriteValue<NonNullable<Read[Key]>> | null;
};
