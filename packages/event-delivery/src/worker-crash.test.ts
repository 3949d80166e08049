import type { ChildProcess } from "node:child_process";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import {
  connect,
  createDeliveryWorld,
  ended,
  enqueue,
  exchangesOf,
  seeDelivery,
  type DeliveryWorld,
} from "./delivery.world.ts";
import { startPartner, type AnswerCall, type TestPartner } from "./partner.world.ts";
import { killProcess, startWorkerProcess } from "./worker-process.world.ts";

describe("a worker process that is killed", () => {
  let world: DeliveryWorld;
  let partner: TestPartner;
  let answer: AnswerCall;
  const processes: ChildProcess[] = [];

  beforeEach(async () => {
    world = await createDeliveryWorld();
    answer = (_call, response) => void response.end();
    partner = await startPartner((...call) => answer(...call));
    await connect(world, partner.endpoint);
  });
  afterEach(async () => {
    await Promise.all(processes.splice(0).map(killProcess));
    await partner.close();
    await world.close();
  });
  async function workerProcess(): Promise<ChildProcess> {
    const child = await startWorkerProcess(world);
    processes.push(child);
    return child;
  }
  function received(): readonly unknown[] {
    return partner.journal.map(({ headers }) => headers["x-slipway-delivery"]);
  }

  it("between claim and start loses nothing: another worker delivers, once", async () => {
    const gate = await closeGateBeforeStart(world);
    const first = await workerProcess();
    const id = await enqueue(world, partner.endpoint);
    await until(async () => (await seeDelivery(world, id)).state === "claimed");
    await gate.waitForOneAtTheGate();
    await killProcess(first);
    await gate.endTheStatementOfTheDead();
    await gate.open();
    expect(partner.journal).toEqual([]);
    await workerProcess();
    expect(await ended(world, id)).toMatchObject({
      state: "finished",
      outcome: { kind: "answered", status: 200 },
    });
    expect(received()).toEqual([id]);
  });

  it("between start and finish leaves an unknown outcome, and nothing is sent again", async () => {
    answer = () => undefined;
    const first = await workerProcess();
    const id = await enqueue(world, partner.endpoint);
    await until(async () => partner.journal.length === 1);
    await killProcess(first);
    expect((await seeDelivery(world, id)).state).toBe("started");
    answer = (_call, response) => void response.end();
    await workerProcess();
    expect(await ended(world, id)).toMatchObject({
      state: "outcome-unknown",
      outcome: { kind: "no-answer", reason: "outcome-unknown" },
      view: { tone: "error", text: expect.stringMatching(/^No answer/) },
    });
    const later = await enqueue(world, partner.endpoint);
    await ended(world, later);
    expect(received()).toEqual([id, later]);
    expect(await exchangesOf(world, id)).toHaveLength(1);
  });

  it("after the answer and before the end is written leaves an unknown outcome too", async () => {
    await world.database.pool.query(`
      create function wait_at_the_end() returns trigger language plpgsql as
        $$ begin perform pg_sleep(60); return new; end $$`);
    await world.database.pool.query(`
      create trigger slow_end before update on delivery for each row
      when (new.state = 'finished') execute function wait_at_the_end()`);
    const first = await workerProcess();
    const id = await enqueue(world, partner.endpoint);
    await until(async () => partner.journal.length === 1);
    await until(async () => (await statementsRunning(world, "%with ended as%")) === 1);
    await killProcess(first);
    await endStatements(world, "%with ended as%");
    await workerProcess();
    expect((await ended(world, id)).state).toBe("outcome-unknown");
    expect(received()).toEqual([id]);
  });

  it("at any moment loses no delivery and repeats none", async () => {
    answer = (_call, response) => void setTimeout(() => response.end(), Math.random() * 20);
    const ids: string[] = [];
    let worker = await workerProcess();
    for (let round = 0; round < 5; round += 1) {
      for (let n = 0; n < 12; n += 1) ids.push(await enqueue(world, partner.endpoint));
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
      await killProcess(worker);
      worker = await workerProcess();
    }
    const seen = [];
    for (const id of ids) seen.push(await ended(world, id));
    const journal = received();
    expect(new Set(journal).size).toBe(journal.length);
    // Finished means the partner had it; unknown means that it may have had it, once.
    const finished = seen.filter(({ state }) => state === "finished").map(({ id }) => id);
    expect(finished.length).toBeGreaterThan(0);
    expect(journal).toEqual(expect.arrayContaining(finished));
    for (const id of ids) expect(await exchangesOf(world, id)).toHaveLength(1);
  });
});

/** Holds every worker in the statement that would mark a delivery started, until it is opened. */
async function closeGateBeforeStart(world: DeliveryWorld) {
  const { pool } = world.database;
  const holder = await pool.connect();
  await holder.query("select pg_advisory_lock(4711)");
  await pool.query(`
    create function wait_at_the_gate() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock_shared(4711); return new; end $$`);
  await pool.query(`
    create trigger gate before update on delivery for each row
    when (new.state = 'started') execute function wait_at_the_gate()`);
  const atTheGate = "%state = 'started'%";
  return {
    waitForOneAtTheGate: async () =>
      until(async () => (await statementsRunning(world, atTheGate)) === 1),
    // A machine that dies takes its connections with it; a server on another machine notices by itself.
    endTheStatementOfTheDead: async () => endStatements(world, atTheGate),
    open: async () => {
      await holder.query("select pg_advisory_unlock(4711)");
      holder.release();
    },
  };
}

async function statementsRunning(world: DeliveryWorld, pattern: string): Promise<number> {
  const { rows } = await world.database.pool.query<{ running: number }>(
    `select count(*)::int as running from pg_stat_activity
     where datname = current_database() and state = 'active' and query ilike $1 and query ilike '%update delivery set%' and pid <> pg_backend_pid()`,
    [pattern],
  );
  return rows[0]?.running ?? 0;
}

async function endStatements(world: DeliveryWorld, pattern: string): Promise<void> {
  await world.database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and state = 'active' and query ilike $1 and query ilike '%update delivery set%' and pid <> pg_backend_pid()`,
    [pattern],
  );
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5));
}
