import type { Migration } from "kysely/migration";

import * as firstSlice from "./0001-first-slice.ts";

/** Every migration by name; they run in the order of their names, each in one transaction with its entry in the record. */
export const allMigrations: Readonly<Record<string, Migration>> = {
  "0001-first-slice": firstSlice,
};
