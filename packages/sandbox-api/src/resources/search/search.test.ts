import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import {
  clockFrom,
  openSandboxWorld,
  type SandboxWorld,
  type WorldTenant,
} from "../../sandbox.world.ts";

let world: SandboxWorld;
let a: WorldTenant;
let defaults: ReturnType<WorldTenant["settings"]>;

beforeAll(async () => {
  world = await openSandboxWorld();
  ({ a } = world);
  defaults = a.settings();
  await a.seed("people", 22, { firstname: "Ada", email: "ada@example.test", folder: "D32006" });
  await a.seed("people", 148, {
    firstname: "adam",
    email: "adam@example.test",
    addresses: [{ entry: 1, addresscity: "Boston" }],
  });
  await a.seed("people", 9, { firstname: "Bo", folder: "D32006", hiredate: "2026-02-03" });
  await a.seed("jobs", 7, { jobtitle: "Welder", numberofpositions: 3 });
  await a.seed("applicantworkflows", 1, {
    baseprofile: 7,
    associatedprofile: 22,
    status: "D10100",
  });
  await a.seed("applicantworkflows", 2, { baseprofile: 7, associatedprofile: 9, status: "D10103" });
});
beforeEach(() => a.set(defaults));
afterAll(async () => world.close());

const search = async (noun: string, json: unknown, query = "") =>
  a.call("POST", `/customers/6101/search/${noun}${query}`, { json });
const idsOf = ({ json }: { readonly json: unknown }): readonly number[] =>
  (json as { searchResults: { id: number }[] }).searchResults.map(({ id }) => id);
const filter = (name: string, value: unknown, operator?: string) => ({
  filters: [{ name, value, ...(operator === undefined ? {} : { operator }) }],
});

test("answers with addresses and numeric ids, ascending, and nothing else", async () => {
  const answer = await search("people", filter("person.folder", ["D32006"]));
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({
    searchResults: [
      { self: "https://api-a.example.test/customers/6101/people/9", id: 9 },
      { self: "https://api-a.example.test/customers/6101/people/22", id: 22 },
    ],
  });
});

test("takes the same query as a parameter of a GET", async () => {
  const json = encodeURIComponent(JSON.stringify(filter("person.firstname", ["ada"])));
  const answer = await a.call(
    "GET",
    `/customers/6101/search/people?searchJson=${json}&staleness=0`,
  );
  expect(idsOf(answer)).toEqual([22, 148]);
});

test.each([
  {
    what: "a part of a text",
    noun: "people",
    query: filter("person.firstname", ["DA"]),
    ids: [22, 148],
  },
  {
    what: "not a part of a text",
    noun: "people",
    query: filter("person.firstname", ["da"], "!="),
    ids: [9],
  },
  {
    what: "an exact text",
    noun: "people",
    query: filter("person.firstname", ["Ada"], "=="),
    ids: [22],
  },
  { what: "an empty text", noun: "people", query: filter("person.email", []), ids: [9] },
  {
    what: "a list value by its text",
    noun: "people",
    query: filter("person.folder", ["Cand:Unreviewed"]),
    ids: [9, 22],
  },
  {
    what: "a list value that does not exist",
    noun: "people",
    query: filter("person.folder", ["D0"]),
    ids: [],
  },
  { what: "ids above one", noun: "people", query: filter("person.id", ["9"], ">"), ids: [22, 148] },
  {
    what: "ids above nothing",
    noun: "people",
    query: filter("person.id", [""], ">"),
    ids: [9, 22, 148],
  },
  { what: "ids as numbers", noun: "people", query: filter("person.id", [22]), ids: [22] },
  {
    what: "a day",
    noun: "people",
    query: filter("person.hiredate", ["2026-02-03"], "="),
    ids: [9],
  },
  {
    what: "days from one on",
    noun: "people",
    query: filter("person.hiredate", ["2026-02-04"]),
    ids: [],
  },
  {
    what: "a date that cannot be read",
    noun: "people",
    query: filter("person.hiredate", ["soon"]),
    ids: [9, 22, 148],
  },
  {
    what: "an instant",
    noun: "people",
    query: filter("person.createddate", ["2020-01-01"], ">="),
    ids: [9, 22, 148],
  },
  {
    what: "a child of a collection",
    noun: "people",
    query: filter("person.addresscity", ["Boston"]),
    ids: [148],
  },
  { what: "a number", noun: "jobs", query: filter("job.numberofpositions", ["2"], ">"), ids: [7] },
  {
    what: "a field of the linked person",
    noun: "applicantworkflows",
    query: filter("applicantworkflow.person.email", ["ada"]),
    ids: [1],
  },
  {
    what: "the linked job",
    noun: "applicantworkflows",
    query: filter("applicantworkflow.job.id", ["7"]),
    ids: [1, 2],
  },
  {
    what: "one of several statuses",
    noun: "applicantworkflows",
    query: filter("applicantworkflow.status", ["D10103", "D10105"]),
    ids: [2],
  },
])("finds by $what", async ({ noun, query, ids }) => {
  const answer = await search(noun, query);
  expect(answer.status).toBe(200);
  expect(idsOf(answer)).toEqual(ids);
});

test("finds between two bounds, both included", async () => {
  const query = (to: string) => ({
    filters: [
      { name: "person.hiredate", value: ["2026-02-01"], secondaryValue: [to], operator: "=" },
    ],
  });
  expect(idsOf(await search("people", query("2026-02-03")))).toEqual([9]);
  expect(idsOf(await search("people", query("2026-02-02")))).toEqual([]);
});

test("joins filters and nested groups by their operators", async () => {
  const query = {
    operator: "&",
    filters: [{ name: "person.id", value: ["9"], operator: ">" }],
    children: [
      {
        operator: "|",
        filters: [
          { name: "person.firstname", value: ["Bo"] },
          { name: "person.firstname", value: ["adam"] },
        ],
      },
    ],
  };
  expect(idsOf(await search("people", query))).toEqual([148]);
});

test("pages by id: at most 1,000, then those above the last", async () => {
  const { database, b } = world;
  await database.pool.query(
    `insert into profile (customer_id, type, id, doc, created_at, updated_at)
     select $1, 'jobs', n, '{"jobtitle":"Filler"}', now(), now() from generate_series(1, 1003) n`,
    [b.customerId],
  );
  const page = async (after: string) =>
    idsOf(
      await b.call("POST", "/customers/6102/search/jobs", {
        json: { filters: [{ name: "job.id", value: [after], operator: ">" }] },
      }),
    );
  const first = await page("");
  expect(first).toHaveLength(1_000);
  expect(await page(String(first.at(-1)))).toEqual([1_001, 1_002, 1_003]);
  expect(await page("1003")).toEqual([]);
});

test.each([
  ["no filter", {}, "At least one filter must be specified"],
  ["an empty list", { filters: [] }, "At least one filter must be specified"],
  [
    "another type's filter",
    filter("job.jobtitle", ["x"]),
    "The following filter is either not valid or hidden: job.jobtitle",
  ],
  [
    "an unfit operator",
    filter("person.folder", ["D32006"], ">"),
    "The following filter operator is not valid in the given context: >",
  ],
  [
    "an unknown group operator",
    { ...filter("person.id", ["1"]), operator: "?" },
    "The following group operator is not valid in the given context: ?",
  ],
  [
    "an unknown key in a filter",
    { filters: [{ name: "person.id", value: ["1"], x: 1 }] },
    "The following filter attribute is unrecognized: x",
  ],
  [
    "an unknown key in a group",
    { ...filter("person.id", ["1"]), y: 1 },
    "The following group attribute is unrecognized: y",
  ],
  ["an array", [{ name: "person.id" }], "An unknown parsing error occurred"],
] as const)("refuses %s with the vendor's text", async (_what, json, text) => {
  const answer = await search("people", json);
  expect(answer.status).toBe(400);
  expect(answer.json).toMatchObject({ errors: [{ errorCode: 400, errorMessage: text }] });
});

test("refuses what is no JSON as a parse failure", async () => {
  for (const body of ["{", "\u{FEFF}", '"\\ud800"']) {
    const answer = await a.call("POST", "/customers/6101/search/people", { body });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain("An unknown parsing error occurred");
  }
});

test.each(["", "?searchJson=%7B", "?searchJson=%zz", "?searchJson=[[[[", "?searchJson=null"])(
  "refuses a GET with the query %s",
  async (query) => {
    const answer = await a.call("GET", `/customers/6101/search/people${query}`);
    expect(answer.status).toBe(400);
    expect(answer.headers.has("x-error")).toBe(true);
  },
);

test.each(["400", "0", "4"] as const)(
  "gives search errors the code %s of the switch",
  async (to) => {
    a.set({ switches: { ...defaults.switches, searchErrorCode: to } });
    expect((await search("people", {})).json).toMatchObject({
      errors: [{ errorCode: Number(to) }],
    });
  },
);

test("refuses to filter on a field that the user may not see", async () => {
  a.set({ hiddenFields: { ...defaults.hiddenFields, people: ["email"] } });
  const answer = await search("people", filter("person.email", ["ada"]));
  expect(answer.status).toBe(400);
});

test("finds nothing in a hidden folder", async () => {
  a.set({ hiddenFolders: { people: ["D32006"] } });
  const ids = idsOf(await search("people", filter("person.id", ["0"], ">")));
  a.set({ hiddenFolders: {} });
  expect(ids).toEqual([148]);
});

test.each([
  { to: "ignored", ids: [22, 148] },
  { to: "exact", ids: [148] },
] as const)("compares text with case $to", async ({ to, ids }) => {
  a.set({ switches: { ...defaults.switches, searchTextCase: to } });
  expect(idsOf(await search("people", filter("person.firstname", ["ada"])))).toEqual(ids);
});

test("answers live, or where the switch says so from results of up to 15 minutes", async () => {
  const query = filter("person.firstname", ["Zoe"]);
  a.set({ switches: { ...defaults.switches, searchFreshness: "cached-15-minutes" } });
  a.setClock(clockFrom("2026-03-01T10:00:00Z"));
  expect(idsOf(await search("people", query))).toEqual([]);
  await a.seed("people", 900, { firstname: "Zoe" });
  expect(idsOf(await search("people", query))).toEqual([]);
  expect(idsOf(await search("people", query, "?staleness=0"))).toEqual([900]);
  await world.database.pool.query(`delete from profile where id = 900`);
  a.setClock(clockFrom("2026-03-01T10:14:00Z"));
  expect(idsOf(await search("people", query))).toEqual([900]);
  a.setClock(clockFrom("2026-03-01T10:16:00Z"));
  expect(idsOf(await search("people", query))).toEqual([]);
  a.set(defaults);
  await a.seed("people", 900, { firstname: "Zoe" });
  expect(idsOf(await search("people", query))).toEqual([900]);
});

test("records filters as fields asked for, of no profile, also those of linked types", async () => {
  await search("applicantworkflows", {
    filters: [
      { name: "applicantworkflow.person.email", value: ["x"] },
      { name: "applicantworkflow.status", value: ["D10100"] },
    ],
  });
  expect((await a.recorded()).at(-1)?.access).toEqual([
    { noun: "people", field: "email", how: "requested" },
    { noun: "applicantworkflows", field: "status", how: "requested" },
  ]);
});

test("finds nothing of another customer", async () => {
  const answer = await world.b.call("POST", "/customers/6102/search/people", {
    json: filter("person.id", ["0"], ">"),
  });
  expect(idsOf(answer)).toEqual([]);
});
