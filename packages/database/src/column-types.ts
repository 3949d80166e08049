import pg from "pg";

type ColumnParser = (text: string) => unknown;

/** By PostgreSQL's number of the type: `bigint` (20) and `date` (1082). */
const ownParsers: ReadonlyMap<number, ColumnParser> = new Map<number, ColumnParser>([
  [20, Number],
  [1082, String],
]);

/**
 * How column values arrive: `bigint` as a number (our ids and counters stay far below 2^53), `date` as its text, all else as
 * `pg` has it. Given to each client, never set globally.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid, format): ColumnParser => {
    const own = format === "binary" ? undefined : ownParsers.get(oid);
    // What pg's parsers give is typed `any`; here it is whatever the column holds.
    return own ?? (pg.types.getTypeParser(oid, format) as ColumnParser);
  },
};
