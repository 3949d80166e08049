import { afterAll, beforeAll, expect, test } from "vitest";

import { openSandboxWorld, type SandboxWorld, type WorldTenant } from "../../sandbox.world.ts";

let world: SandboxWorld;
let a: WorldTenant;
beforeAll(async () => {
  world = await openSandboxWorld();
  ({ a } = world);
  a.set({ requestQuota: 1_000_000 });
  // Even ids are there throughout; the odd ones between them come and go.
  await world.database.pool.query(
    `insert into profile (customer_id, type, id, doc, created_at, updated_at)
     select $1, 'people', n * 2, jsonb_build_object('lastname', 'Kept', 'firstname', 'Ada'), now(), now()
     from generate_series(1, 3500) n`,
    [a.customerId],
  );
});
afterAll(async () => world.close());

const kept = Array.from({ length: 3_500 }, (_, index) => (index + 1) * 2);
const isKept = new Set(kept);

async function page(lastId: number | ""): Promise<readonly number[]> {
  const json = {
    filters: [{ name: "person.id", value: [String(lastId)], operator: ">" }],
    children: [
      {
        operator: "|",
        filters: [
          { name: "person.lastname", value: ["Kept"], operator: "==" },
          { name: "person.lastname", value: ["Passing"], operator: "==" },
        ],
      },
    ],
  };
  const answer = await a.call("POST", "/customers/6101/search/people?staleness=0", { json });
  return (answer.json as { searchResults: { id: number }[] }).searchResults.map(({ id }) => id);
}

async function readAll(): Promise<readonly (readonly number[])[]> {
  const pages: (readonly number[])[] = [];
  for (;;) {
    const ids = await page(pages.at(-1)?.at(-1) ?? "");
    if (ids.length === 0) return pages;
    pages.push(ids);
  }
}

/** Adds, changes and removes profiles on either side of any page's end, until told to stop. */
async function write(round: number, isOver: () => boolean): Promise<number> {
  let writes = 0;
  for (; !isOver(); writes += 1) {
    const odd = ((writes * 613 + round * 97) % 3_500) * 2 + 1;
    await world.database.pool.query(
      `insert into profile (customer_id, type, id, doc, created_at, updated_at)
       values ($1, 'people', $2, '{"lastname":"Passing"}', now(), now()) on conflict do nothing`,
      [a.customerId, odd],
    );
    const changed = kept[(writes * 389) % kept.length] ?? 2;
    await a.call("PATCH", `/customers/6101/people/${changed}`, {
      json: { firstname: `Ada ${writes}` },
    });
    if (writes % 2 === 0)
      await world.database.pool.query(
        `delete from profile where customer_id = $1 and type = 'people' and id = $2`,
        [a.customerId, odd],
      );
  }
  return writes;
}

test("gives 1,000 ids a page, the last page shorter, and nothing after it (DOC)", async () => {
  const pages = await readAll();
  expect(pages.map(({ length }) => length)).toEqual([1_000, 1_000, 1_000, 500]);
  expect(pages.flat()).toEqual(kept);
});

test("finds each profile once that is there throughout, while others are written", async () => {
  let isOver = false;
  let seen = 0;
  const writers = [1, 2, 3].map(async (round) => write(round, () => isOver));
  try {
    for (let reading = 0; reading < 5; reading += 1) {
      const ids = (await readAll()).flat();
      expect(ids).toEqual([...new Set(ids)].toSorted((left, right) => left - right));
      expect(ids.filter((id) => isKept.has(id))).toEqual(kept);
      seen += ids.length - kept.length;
    }
  } finally {
    isOver = true;
  }
  const writes = await Promise.all(writers);
  expect(Math.min(...writes)).toBeGreaterThan(0);
  expect(seen).toBeGreaterThan(0);
});
