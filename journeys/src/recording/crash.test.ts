import { setTimeout as sleep } from "node:timers/promises";

import { expect, onTestFinished, test } from "vitest";

import type { Exchange, PlatformClient } from "@slipway/platform-client";

import { openCrashWorld } from "./crash.world.ts";

const rounds = 20;
const answersPerRound = 100;

function transactionOf({ answer }: Exchange): string {
  if (answer.kind !== "answered") return "";
  return answer.headers.find(([name]) => name === "x-transaction")?.[1] ?? "";
}

async function transactionsInLog(
  client: PlatformClient,
  customerId: string,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  let after: string | undefined;
  for (;;) {
    const page = await client.listExchanges(customerId, {
      limit: 999,
      orderBy: "oldest-first",
      ...(after === undefined ? {} : { after }),
    });
    for (const exchange of page) found.add(transactionOf(exchange));
    after = page.at(-1)?.id;
    if (page.length < 999) return found;
  }
}

test("every answer that a client has seen is in the log, whenever server and database are killed", async () => {
  const world = await openCrashWorld();
  onTestFinished(world.close);
  const journal: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { load, kill } = await world.start();
    const answers = answersPerRound + Math.random() * answersPerRound;
    while (load.journal.length < answers && load.isOn()) await sleep(1);
    await kill({ databaseFirst: Math.random() < 0.5, apartMs: Math.random() * 15 });
    await load.ended;
    journal.push(...load.journal);
  }
  const { client, load, kill } = await world.start();
  const logged = await transactionsInLog(client, world.customerId);
  await kill({ databaseFirst: false, apartMs: 0 });
  await load.ended;

  expect(journal.length).toBeGreaterThanOrEqual(rounds * answersPerRound);
  expect(journal.filter((transactionId) => !logged.has(transactionId))).toEqual([]);
}, 600_000);
