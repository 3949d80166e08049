import { afterEach, expect, test } from "vitest";

import type { SearchQuery } from "../index.ts";
import { startScriptedAts, type ScriptedAts } from "../scripted-ats.world.ts";

let ats: ScriptedAts;
afterEach(async () => ats.close());

/** An ATS with people 1 to `count`, which answers the first 1,000 above the id asked for. */
async function people(count: number): Promise<ScriptedAts> {
  ats = await startScriptedAts(({ body }, _index, origin) => {
    const above = Number(/"person\.id","value":\["(\d+)"\]/u.exec(body)?.[1] ?? 0);
    const ids = Array.from({ length: Math.min(1000, count - above) }, (_, one) => above + one + 1);
    const searchResults = ids.map((id) => ({ id, self: `${origin}/customers/9001/people/${id}` }));
    return { status: 200, json: { searchResults } };
  });
  return ats;
}

const query: SearchQuery = { filters: [{ name: "person.lastname", value: ["B"] }] };

async function idsOf(hits: AsyncIterable<{ readonly id: number }>): Promise<readonly number[]> {
  const ids: number[] = [];
  for await (const { id } of hits) ids.push(id);
  return ids;
}

test.each([
  [0, 1],
  [999, 1],
  [1000, 2],
  [1001, 2],
  [2000, 3],
])("%i hits arrive in %i calls, each hit once and in order", async (count, expectedCalls) => {
  const { client, calls } = await people(count);
  const ids = await idsOf(client().people.search(query));
  expect(ids).toEqual(Array.from({ length: count }, (_, one) => one + 1));
  expect(calls).toHaveLength(expectedCalls);
});

test("who stops early asks for no further page", async () => {
  const { client, calls } = await people(5000);
  for await (const { id } of client().people.search(query)) if (id === 1000) break;
  expect(calls).toHaveLength(1);
});

test("the second page of an or-query keeps the or to itself", async () => {
  const { client, calls } = await people(1000);
  const either: SearchQuery = { ...query, operator: "|" };
  await idsOf(client().people.search(either, { stalenessMinutes: 0 }));
  expect(calls.map(({ url }) => url)).toEqual([
    "/customers/9001/search/people?staleness=0",
    "/customers/9001/search/people?staleness=0",
  ]);
  expect(calls.map(({ body }): unknown => JSON.parse(body))).toEqual([
    either,
    {
      filters: [{ name: "person.id", value: ["1000"], operator: ">" }],
      operator: "&",
      children: [either],
    },
  ]);
});

test("a search is repeated, although it is a POST", async () => {
  ats = await startScriptedAts((_call, index) =>
    index === 0 ? { status: 503 } : { status: 200, json: { searchResults: [] } },
  );
  expect(await idsOf(ats.client().people.search(query))).toEqual([]);
  expect(ats.calls).toHaveLength(2);
});
