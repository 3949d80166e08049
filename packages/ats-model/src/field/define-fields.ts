import type { ChildField, Field, GroupField } from "./field.ts";

type Defaulted = "writable" | "default";

// Distributes over the union, so that each kind of field keeps its own members.
type Row<Kind> = Kind extends Field
  ? Omit<Kind, Defaulted | "children"> & Partial<Pick<Kind, Defaulted>> & Nested<Kind>
  : never;
type Nested<Kind> = Kind extends GroupField
  ? { readonly children: readonly ChildFieldRow[] }
  : object;

/** One line of a field table: writable and outside the default field set unless it says otherwise. */
export type FieldRow = Row<Field>;

/** One line for a child of a collection. */
export type ChildFieldRow = Row<ChildField>;

/** Completes the rows of a field table. */
export function defineFields(rows: readonly FieldRow[]): readonly Field[] {
  return rows.map((row) =>
    "children" in row
      ? { writable: true, default: false, ...row, children: row.children.map(complete) }
      : complete(row),
  );
}

function complete(row: ChildFieldRow): ChildField {
  return { writable: true, default: false, ...row };
}
