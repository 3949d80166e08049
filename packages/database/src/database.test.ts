import { setTimeout as sleep } from "node:timers/promises";

import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { openDatabase, type Database } from "./database.ts";
import { isPassingTrouble } from "./is-passing-trouble.ts";
import { jsonText } from "./json-text.ts";
import { createTestDatabase } from "./testing/create-test-database.ts";
import { terminateBackends } from "./testing/terminate-backends.ts";

let database: Database;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => database?.close());

const thrownBy = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

const insertInstallation = async (
  { queries }: Pick<Database, "queries">,
  id: string,
): Promise<unknown> =>
  queries.insertInto("installation").values({ id, created_at: new Date() }).execute();

describe("a transaction", () => {
  it("is rolled back whole when its work throws", async () => {
    const bug = new Error("no");
    const thrown = await thrownBy(
      database.transaction(async (tx) => {
        await insertInstallation({ queries: tx }, "01900000-0000-7000-8000-000000000001");
        throw bug;
      }),
    );
    expect(thrown).toBe(bug);
    expect(await database.queries.selectFrom("installation").selectAll().execute()).toEqual([]);
  });

  it("fails, and harms nobody else, when its connection ends between two statements", async () => {
    const thrown = await thrownBy(
      database.transaction(async (tx) => {
        await sql`select 'in the middle'`.execute(tx);
        expect(await terminateBackends(database, "select 'in the middle'")).toBe(1);
        // The server has said so by now, and nobody was asking.
        await sleep(50);
        await sql`select 'never'`.execute(tx);
      }),
    );
    expect(isPassingTrouble(thrown)).toBe(true);
    await sql`select 1`.execute(database.queries);
  });
});

describe("many transactions at once", () => {
  it("may look things up outside of themselves, however many there are", async () => {
    // Each keeps its connection until all are given out, then asks for another one.
    const looked = await Promise.all(
      Array.from({ length: 30 }, async () =>
        database.transaction(async (tx) => {
          await sql`select pg_sleep(0.02)`.execute(tx);
          return database.queries.selectFrom("installation").selectAll().execute();
        }),
      ),
    );
    expect(looked).toHaveLength(30);
  });
});

describe("JSON for a column", () => {
  it("may hold whatever a partner writes", async () => {
    const text = jsonText({
      message: "a\0b \uD800 \uDE00 \u{1F600} \\u0000",
      list: ["\0"],
      at: new Date(0),
    });
    const { rows } = await sql<{ stored: unknown }>`select ${text}::jsonb as stored`.execute(
      database.queries,
    );
    expect(rows[0]?.stored).toEqual({
      message: "a\uFFFDb \uFFFD \uFFFD \u{1F600} \\u0000",
      list: ["\uFFFD"],
      at: "1970-01-01T00:00:00.000Z",
    });
  });
});

describe("a pool", () => {
  it("tells of idle connections that break, and goes on", async () => {
    const told: Error[] = [];
    const own = openDatabase({
      connection: database.connection,
      onConnectionError: (error) => {
        told.push(error);
      },
    });
    await sql`select 'idle'`.execute(own.queries);
    expect(await terminateBackends(database, "select 'idle'")).toBe(1);
    while (told.length === 0) await sleep(5);
    await sql`select 1`.execute(own.queries);
    await own.close();
    expect(told.map(isPassingTrouble)).toEqual([true]);
  });
});

describe("trouble that passes", () => {
  const nowhere = openDatabase({
    connection: { host: "/nowhere/at/all", port: 5432, user: "nobody", database: "none" },
  });
  const closedPort = openDatabase({ connection: { url: "postgres://nobody@127.0.0.1:1/none" } });

  afterAll(async () => Promise.all([nowhere.close(), closedPort.close()]));

  it.each([
    ["a server that is not there", async () => sql`select 1`.execute(nowhere.queries)],
    ["a port that nobody listens on", async () => sql`select 1`.execute(closedPort.queries)],
    [
      "a statement that an operator cancelled",
      async () => sql`select pg_cancel_backend(pg_backend_pid())`.execute(database.queries),
    ],
    [
      "two transactions in each other's way",
      async () => {
        await insertInstallation(database, "01900000-0000-7000-8000-000000000002");
        return database.transaction(async (tx) => {
          await sql`set transaction isolation level repeatable read`.execute(tx);
          await tx.selectFrom("installation").selectAll().execute();
          await database.queries.deleteFrom("installation").execute();
          await tx.deleteFrom("installation").execute();
        });
      },
    ],
  ])("is %s", async (_, work) => {
    expect(isPassingTrouble(await thrownBy(work()))).toBe(true);
  });

  it.each([
    ["a statement that is wrong", async () => sql`select nonsense`.execute(database.queries)],
    ["a value that does not fit", async () => sql`select 'x'::int`.execute(database.queries)],
    [
      "a row that is there already",
      async () =>
        sql`insert into kysely_migration select * from kysely_migration`.execute(database.queries),
    ],
    [
      "a bug of ours",
      async () => {
        throw new TypeError("undefined is not a function");
      },
    ],
  ])("is not %s", async (_, work) => {
    const thrown = await thrownBy(work());
    expect(thrown).toBeInstanceOf(Error);
    expect(isPassingTrouble(thrown)).toBe(false);
  });
});
