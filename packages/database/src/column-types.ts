import pg from "pg";

const int8 = 20;
const date = 1082;

/**
 * How column values arrive: `bigint` as a number (our ids and counters stay far below 2^53), `date` as its text, all else as
 * `pg` has it. Given to each client, never set globally.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid, format): ((value: string) => unknown) => {
    if (format !== "binary" && Number(oid) === int8) return Number;
    if (format !== "binary" && Number(oid) === date) return String;
    // What pg's parsers give is typed `any`; here it is whatever the column holds.
    return pg.types.getTypeParser(oid, format as "text") as (value: string) => unknown;
  },
};
