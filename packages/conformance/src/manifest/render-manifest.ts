import { csvLine } from "../csv-line.ts";
import type { ObservedField } from "./observe-manifest.ts";

const columns = [
  "profileType",
  "field",
  "declared",
  "requested",
  "deliveredByDefault",
  "written",
  "writeRefused",
  "finding",
  "exchanges",
] as const satisfies readonly (keyof ObservedField)[];

/** The table as CSV (RFC 4180) with a header line; the exchanges of a row are parted by blanks. */
export function renderManifestCsv(fields: readonly ObservedField[]): string {
  const rows = fields.map((field) =>
    columns.map((column) => {
      const value = field[column];
      return typeof value === "object" && value !== null ? value.join(" ") : String(value ?? "");
    }),
  );
  return [columns, ...rows].map(csvLine).join("");
}
