import pg from "pg";

const int8 = 20;
const date = 1082;

/**
 * How column values arrive: `bigint` as a number (our ids and counters stay far below 2^53), `date` as its text, all else as
 * `pg` has it. Given to each client, never set globally.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") => {
    if (format !== "binary" && oid === int8) return Number;
    if (format !== "binary" && oid === date) return String;
    // pg's own signature distinguishes the two formats by overload only.
    return format === "binary"
      ? pg.types.getTypeParser(oid, "binary")
      : pg.types.getTypeParser(oid, "text");
  },
};
