import type { Database } from "../database.ts";

/** Ends the connections to a database whose last statement is like `pattern`, as an operator or a dying server would. */
export async function terminateBackends({ pool }: Database, pattern: string): Promise<number> {
  const { rows } = await pool.query<{ ended: boolean }>(
    `select pg_terminate_backend(pid, 5000) as ended from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and query ilike $1`,
    [pattern],
  );
  return rows.filter(({ ended }) => ended).length;
}
