import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { openDatabase, type Database } from "./database.ts";
import { createTestDatabase, testServer } from "./testing/create-test-database.ts";
import { terminateBackends } from "./testing/terminate-backends.ts";

interface PackageRow {
  readonly customer_id: string;
  readonly package_id: string;
}

const customers = Array.from({ length: 12 }, (_, index) => String(7001 + index));
const packagesEach = 3;
const forgetful = { text: "select customer_id, package_id from package", values: [] };

let database: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.queries
    .insertInto("package")
    .values(
      customers.flatMap((customer_id) =>
        Array.from({ length: packagesEach }, (_, index) => ({
          customer_id,
          package_id: `pk-${index}`,
          name: "Numbers",
          description: null,
          active: true,
          synced_at: new Date(),
        })),
      ),
    )
    .execute();
});

afterAll(async () => database?.close());

const ownersOf = (rows: readonly PackageRow[]): readonly string[] => [
  ...new Set(rows.map((row) => row.customer_id)),
];

describe("the second fence", () => {
  it("stands around every table that tenant statements may touch", async () => {
    const { rows } = await database.pool.query<{ relname: string; fenced: boolean }>(
      `select relname, relrowsecurity as fenced from pg_class
        where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
          and has_table_privilege('slipway_tenant', oid, 'select, insert, update, delete')`,
    );
    expect(rows.filter(({ fenced }) => !fenced)).toEqual([]);
    expect(rows.length).toBeGreaterThan(10);
  });

  it("shows a statement that forgets the customer its own rows only", async () => {
    const rows = await database.tenants.query<PackageRow>("7001", forgetful);
    expect(rows).toHaveLength(packagesEach);
    expect(ownersOf(rows)).toEqual(["7001"]);
  });

  it("shows a statement that names another customer nothing", async () => {
    const rows = await database.tenants.query("7001", {
      text: "select * from package where customer_id = $1",
      values: ["7002"],
    });
    expect(rows).toEqual([]);
  });

  it("lets a statement change or remove nothing of another customer", async () => {
    const touched = await Promise.all(
      [
        "update package set name = 'Taken' where customer_id = $1 returning *",
        "delete from package where customer_id = $1 returning *",
      ].map(async (text) => database.tenants.write("7001", { text, values: ["7002"] })),
    );
    expect(touched).toEqual([[], []]);
  });

  it("refuses a row under another customer's name", async () => {
    await expect(
      database.tenants.write("7001", {
        text: "insert into package values ('7002', 'planted', 'Planted', null, true, now())",
        values: [],
      }),
    ).rejects.toThrow(/row-level security/u);
  });

  it.each(["sandbox", "tenant", "run", "partner_connection", "api_token"])(
    "keeps the programme's table %s closed",
    async (table) => {
      await expect(
        database.tenants.query("7001", { text: `select * from ${table}`, values: [] }),
      ).rejects.toThrow(/permission denied/u);
    },
  );

  it("holds while connections switch between many customers in one pipeline", async () => {
    // Every customer many times, in an order that switches at nearly each statement; every other statement forgets the customer.
    const calls = Array.from({ length: 60 * customers.length }, (_, index) => ({
      customerId: customers[(index * 7) % customers.length] ?? "",
      statement:
        index % 2 === 0
          ? forgetful
          : {
              name: "packages-of",
              text: "select customer_id, package_id from package where customer_id = $1",
              values: [customers[(index * 7) % customers.length]],
            },
    }));
    const seen = await Promise.all(
      calls.map(async ({ customerId, statement }, index) => {
        // Some of them come while others are under way.
        if (index % 5 === 0) await sleep(index % 11);
        const run = index % 3 === 0 ? database.tenants.write : database.tenants.query;
        const rows = await run<PackageRow>(customerId, statement);
        return { customerId, owners: ownersOf(rows), count: rows.length };
      }),
    );
    const wrong = seen.filter(
      ({ customerId, owners, count }) => count !== packagesEach || owners.join() !== customerId,
    );
    expect(wrong).toEqual([]);
  });

  it("believes nothing that ran behind a switch that failed", async () => {
    const single = await createTestDatabase({ tenantConnections: 1 });
    try {
      await single.pool.query(
        "insert into package values ('7001', 'pk-0', 'Numbers', null, true, now())",
      );
      expect(await single.tenants.query("7001", forgetful)).toHaveLength(1);
      // No setting takes this value, so that the connection stays at the customer before.
      const behind = [single.tenants.query("\0", forgetful), single.tenants.query("\0", forgetful)];
      const outcomes = await Promise.allSettled(behind);
      expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
      expect(await single.tenants.query("7002", forgetful)).toEqual([]);
    } finally {
      await single.close();
    }
  });
});

describe("a tenant connection that breaks", () => {
  it("fails what is under way and is replaced for what follows", async () => {
    const underWay = database.tenants
      .query("7001", { text: "select pg_sleep(30)", values: [] })
      .then(
        () => "slept",
        () => "failed",
      );
    let ended = 0;
    while (ended === 0) ended = await terminateBackends(database, "%pg_sleep(30)");
    expect(await underWay).toBe("failed");
    expect(ownersOf(await database.tenants.query<PackageRow>("7002", forgetful))).toEqual(["7002"]);
  });

  it("is replaced when it broke while idle", async () => {
    await database.tenants.query("7001", forgetful);
    await database.tenants.write("7001", forgetful);
    expect(await terminateBackends(database, forgetful.text)).toBeGreaterThan(1);
    // What the server said has yet to arrive.
    await sleep(50);
    for (const run of [database.tenants.query, database.tenants.write])
      expect(ownersOf(await run<PackageRow>("7003", forgetful))).toEqual(["7003"]);
  });
});

it("tenant connections that may not take their role are not left open", async () => {
  const stranger = `test_stranger_${randomBytes(6).toString("hex")}`;
  await database.pool.query(`create role ${stranger} login`);
  const own = openDatabase({
    connection: { ...testServer(), ...database.connection, user: stranger },
  });
  const leftOpen = async (): Promise<number> =>
    (await database.pool.query("select pid from pg_stat_activity where usename = $1", [stranger]))
      .rows.length;
  try {
    for (let attempt = 0; attempt < 3; attempt += 1)
      await expect(own.tenants.query("7001", forgetful)).rejects.toThrow(/permission denied/u);
    while ((await leftOpen()) > 0) await sleep(20);
  } finally {
    await own.close();
    await database.pool.query(`drop role ${stranger}`);
  }
});

it("tenant connections take no statement once they are closed", async () => {
  const closing = await createTestDatabase();
  await closing.tenants.query("7001", forgetful);
  await closing.close();
  await expect(closing.tenants.query("7001", forgetful)).rejects.toThrow(/found them closed/u);
});
