import pg from "pg";

const int8 = 20;
const date = 1082;

/**
 * How column values arrive: `bigint` as a number (our ids and counters stay far below 2^53), `date` as its text, all else as
 * `pg` has it. Given to each client, never set globally.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary"): ((value: string) => unknown) => {
    if (format !== "binary" && oid === int8) return Number;
    if (format !== "binary" && oid === date) return String;
    // pg takes any type's number here, though its own signature lists only the built-in ones.
    return pg.types.getTypeParser<string, unknown>(oid as pg.types.BuiltInTypes, format as "text");
  },
};
