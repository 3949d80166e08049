import { afterAll, beforeAll, expect, test } from "vitest";

import { openSandboxWorld, type SandboxWorld } from "../sandbox.world.ts";
import { createIdBlocks } from "./id-blocks.ts";

let world: SandboxWorld;
beforeAll(async () => {
  world = await openSandboxWorld();
});
afterAll(async () => world.close());

test("gives no id twice, however many processes take them at once", async () => {
  const processes = Array.from({ length: 3 }, () => createIdBlocks(world.database.tenants));
  const taken = await Promise.all(
    Array.from({ length: 90 }, async (_, n) =>
      processes[n % 3]?.take("6101", "jobs", 1 + (n % 7) * 20),
    ),
  );
  const ids = taken.flatMap((some) => some ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Math.min(...ids)).toBe(10_000);
});

test("counts each customer and each sequence by itself", async () => {
  const ids = createIdBlocks(world.database.tenants);
  expect(await ids.take("6102", "people", 2)).toEqual([10_000, 10_001]);
  expect(await ids.take("6102", "companies")).toEqual([10_000]);
});
