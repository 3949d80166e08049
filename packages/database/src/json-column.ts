import type { ColumnType } from "kysely";

import type { JsonObject } from "@slipway/foundation";

/** A JSON column: read as parsed, written as a JSON string, so that arrays and strings are never mistaken for SQL ones. */
export type JsonColumn<Read = JsonObject> = ColumnType<Read, string, string>;
export type NullableJsonColumn<Read = JsonObject> = ColumnType<
  Read | null,
  string | null,
  string | null
>;
