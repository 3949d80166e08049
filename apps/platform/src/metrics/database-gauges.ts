import { setTimeout as sleep } from "node:timers/promises";

import type { Database } from "@slipway/database";
import type { Clock } from "@slipway/foundation";

import type { MetricFamily, MetricSample } from "./metric-text.ts";

/** As long as whoever reads the numbers is likely to wait. */
const patienceMs = 2000;

/** What waits and how runs ended, over all processes; and whether the database answers: where it does not, that is all there is. */
export async function databaseGauges(
  database: Pick<Database, "pool" | "connections">,
  clock: Pick<Clock, "now">,
): Promise<readonly MetricFamily[]> {
  const asked = askCounts(database, clock.now()).catch(() => undefined); // Away: told by the first gauge.
  const counts = await Promise.race([asked, sleep(patienceMs, undefined, { ref: false })]);
  return [
    gauge("slipway_database_up", "Whether the database answered.", [
      { labels: [], value: counts === undefined ? 0 : 1 },
    ]),
    gauge(
      "slipway_database_pool_connections",
      "Connections of this process, by pool and what they do; waiting are those who want one.",
      database.connections().flatMap(({ pool, ...uses }) =>
        Object.entries(uses).map(([use, value]): MetricSample => {
          return {
            labels: [
              ["pool", pool],
              ["use", use],
            ],
            value,
          };
        }),
      ),
    ),
    ...(counts === undefined ? [] : families.map((family) => familyOf(family, counts))),
  ];
}

interface CountRow {
  readonly family: string;
  readonly state: string;
  readonly ending: string;
  readonly count: number;
}

const families = [
  {
    name: "slipway_deliveries_open",
    help: "Deliveries that have not ended, by state.",
    labels: ["state"],
  },
  { name: "slipway_deliveries_due", help: "Deliveries that could be sent now.", labels: [] },
  {
    name: "slipway_runs",
    help: "Runs by state and by why they ended.",
    labels: ["state", "ended_because"],
  },
  { name: "slipway_runs_waiting", help: "Active runs that wait for something.", labels: [] },
  { name: "slipway_notices", help: "Notices by state.", labels: ["state"] },
  { name: "slipway_notices_unsent", help: "Notices that are still to be sent.", labels: [] },
] as const;

const countStatement = `
  select 'slipway_deliveries_open' as family, state, '' as ending, count(*)::int as count
    from delivery where state in ('due', 'claimed', 'started') group by state
  union all
  select 'slipway_deliveries_due', '', '', count(*)::int from delivery where state = 'due' and due_at <= $1
  union all
  select 'slipway_runs', state, coalesce(ended_because, ''), count(*)::int from run group by state, ended_because
  union all
  select 'slipway_runs_waiting', '', '', count(distinct run.id)::int
    from run join run_step on run_step.run_id = run.id
    where run.state = 'driving' and run_step.state = 'waiting'
  union all
  select 'slipway_notices', state, '', count(*)::int from notice group by state
  union all
  select 'slipway_notices_unsent', '', '', count(*)::int from notice where state in ('waiting', 'sending')`;

async function askCounts(
  { pool }: Pick<Database, "pool">,
  now: Date,
): Promise<readonly CountRow[]> {
  const { rows } = await pool.query<CountRow>({
    name: "count-for-metrics",
    text: countStatement,
    values: [now],
  });
  return rows;
}

function familyOf(
  { name, help, labels }: (typeof families)[number],
  rows: readonly CountRow[],
): MetricFamily {
  const samples = rows
    .filter(({ family }) => family === name)
    .map(({ state, ending, count }): MetricSample => {
      const values = { state, ended_because: ending };
      return { labels: labels.map((label) => [label, values[label]] as const), value: count };
    });
  return gauge(name, help, samples);
}

function gauge(name: string, help: string, samples: readonly MetricSample[]): MetricFamily {
  return { name, help, type: "gauge", samples };
}
