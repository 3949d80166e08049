import { searchOperators, filterPrefix, type NamedFilter } from "@slipway/ats-model";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { fieldContract, type FieldContract } from "../field-contract.ts";
import { openSandboxWorld, type SandboxWorld, type WorldAnswer } from "../sandbox.world.ts";
import { linkedProfiles, type ValueForm } from "./value-forms.ts";

let world: SandboxWorld;
beforeAll(async () => {
  world = await openSandboxWorld();
  const { a } = world;
  // Without required fields any field may be empty.
  a.set({
    requestQuota: 1_000_000,
    requiredFields: { people: [], jobs: [], companies: [], applicantworkflows: [] },
  });
  for (const noun of ["people", "jobs", "companies"] as const) {
    await a.seed(noun, linkedProfiles[noun].id, linkedProfiles[noun].doc);
    await a.seed(noun, 500, {});
  }
  await a.seed("applicantworkflows", 500, { baseprofile: 7, associatedprofile: 22 });
});
afterAll(async () => world.close());

const rows = fieldContract.map((row) => ({ ...row, what: `${row.noun} ${row.field}` }));
const written = rows.filter(({ forms }) => forms.length > 0);
const single = written.filter(({ collection }) => collection === undefined);
const children = written.filter(({ collection }) => collection !== undefined);
// A workflow is not one without its job and person, whatever the tenant requires.
const isClearable = ({ noun, field }: FieldContract): boolean =>
  noun !== "applicantworkflows" || !["baseprofile", "associatedprofile"].includes(field);

const call = async (method: string, path: string, json?: unknown): Promise<WorldAnswer> =>
  world.a.call(method, `/customers/6101${path}`, json === undefined ? {} : { json });

async function expectTaken(answer: Promise<WorldAnswer>): Promise<WorldAnswer> {
  const taken = await answer;
  expect([taken.status, taken.text]).toEqual([taken.status === 201 ? 201 : 204, ""]);
  return taken;
}

test("walks every field of the four types", () => {
  expect(new Set(rows.map(({ what }) => what)).size).toBe(rows.length);
  // What has no form cannot be written: read-only fields and documents.
  const silent = rows.filter(({ forms }) => forms.length === 0);
  expect(silent.filter(({ shape }) => shape.writable).map(({ what }) => what)).toEqual([]);
  expect(written.length).toBeGreaterThan(100);
});

describe("a field", () => {
  test.each(single)(
    "of $what gives back what was written, and nothing once cleared",
    async (row) => {
      const path = `/${row.noun}/500`;
      const read = async () => (await call("GET", `${path}?fields=${row.field}`)).json;
      for (const { form, json, back } of row.forms) {
        await expectTaken(call("PATCH", path, { [row.field]: json }));
        expect({ form, json: await read() }).toMatchObject({ form, json: { [row.field]: back } });
        const alone = await call("GET", `${path}/fields/${row.field}`);
        expect(alone.json).toEqual({ [row.field]: back });
        if (!isClearable(row)) continue;
        for (const empty of [null, ""]) {
          await expectTaken(call("PATCH", path, { [row.field]: empty }));
          expect(Object.keys((await read()) as object)).toEqual(["links"]);
          await expectTaken(call("PATCH", path, { [row.field]: json }));
        }
      }
    },
  );

  test.each(rows.filter(({ collection }) => collection === undefined))(
    "of $what refuses what does not fit it",
    async ({ noun, field, refusals }) => {
      expect(refusals.length).toBeGreaterThan(0);
      for (const { form, json } of refusals) {
        const { status, text } = await call("PATCH", `/${noun}/500`, { [field]: json });
        expect({ form, status }).toEqual({ form, status: 400 });
        expect(text).toContain(field);
      }
    },
  );
});

describe("a child of a collection", () => {
  test.each(children)("as $what is added, read, cleared and removed", async (row) => {
    const { noun, collection = "", shape, forms } = row;
    const fields = `/${noun}/500/fields/${collection}`;
    for (const { form, json, back } of forms) {
      const { headers } = await expectTaken(call("POST", fields, { [shape.id]: json }));
      const entry = Number(headers.get("location")?.split("/").at(-1));
      const one = await call("GET", `${fields}/${entry}`);
      expect({ form, json: one.json }).toEqual({ form, json: { [shape.id]: back } });
      const whole = await call("GET", `/${noun}/500?fields=${collection}`);
      expect(whole.json).toMatchObject({ [collection]: [{ entry, [shape.id]: back }] });
      for (const empty of [null, ""]) {
        await expectTaken(call("PATCH", `${fields}/${entry}`, { [shape.id]: empty }));
        expect((await call("GET", `${fields}/${entry}`)).json).toEqual({});
        const changes = { [collection]: [{ entry, [shape.id]: json }] };
        await expectTaken(call("PATCH", `/${noun}/500`, changes));
        expect((await call("GET", `${fields}/${entry}`)).json).toEqual({ [shape.id]: back });
      }
      await expectTaken(call("DELETE", `${fields}/${entry}`));
    }
  });

  test.each(children)("as $what refuses what does not fit it", async (row) => {
    const { noun, collection = "", shape, refusals } = row;
    for (const { form, json } of refusals) {
      const answer = await call("POST", `/${noun}/500/fields/${collection}`, { [shape.id]: json });
      expect({ form, status: answer.status }).toEqual({ form, status: 400 });
      expect(answer.text).toContain(shape.id);
    }
  });
});

interface Asked extends Pick<NamedFilter, "name"> {
  readonly operator: string;
  readonly value: readonly string[];
}

const search = async ({ noun }: FieldContract, filter: Asked): Promise<WorldAnswer> =>
  call("POST", `/search/${noun}?staleness=0`, { filters: [filter] });

const finds = ({ json }: WorldAnswer): boolean =>
  (json as { searchResults: { id: number }[] }).searchResults.some(({ id }) => id === 500);

const messageOf = (json: unknown): string | undefined =>
  (json as { errors?: { errorMessage: string }[] }).errors?.[0]?.errorMessage;

/** Whether a profile with the value sought is found; lists and numbers by any of these, dates by bounds that include it. */
const findsItself: Readonly<Record<string, boolean>> = {
  "=": true,
  "==": true,
  "<=": true,
  ">=": true,
  "!=": false,
  "!==": false,
  "<": false,
  ">": false,
};

async function write({ noun, field, collection, shape }: FieldContract, { json }: ValueForm) {
  if (collection !== undefined)
    await expectTaken(call("PATCH", `/${noun}/500`, { [collection]: "" }));
  const value =
    collection === undefined ? { [field]: json } : { [collection]: [{ [shape.id]: json }] };
  await expectTaken(call("PATCH", `/${noun}/500`, value));
}

test.each(["baseprofile", "associatedprofile"])("a workflow keeps its %s", async (field) => {
  const { status } = await call("PATCH", "/applicantworkflows/500", { [field]: null });
  expect(status).toBe(400);
});

describe("a search", () => {
  const filters = rows.flatMap((row) =>
    row.filters.map((filter) => ({ row, filter, name: filter.name })),
  );

  test.each(filters)("by $name takes its operators and refuses the others (DOC)", async (one) => {
    for (const operator of searchOperators) {
      const asked = { name: one.name, operator, value: [] };
      const { status, json } = await search(one.row, asked);
      const refusal = `The following filter operator is not valid in the given context: ${operator}`;
      const expected = one.filter.operators.includes(operator)
        ? { status: 200, message: undefined }
        : { status: 400, message: refusal };
      expect({ operator, status, message: messageOf(json) }).toEqual({ operator, ...expected });
    }
  });

  // Filters that look past their field, at a company or at other workflows, have tests of their own.
  const looksAtValue = ({ row, filter }: (typeof filters)[number]): boolean =>
    row.forms.length > 0 &&
    row.field !== "joblocation" &&
    !/^(posted|posting|bin|zip-radius)$/.test(filter.kind) &&
    !filter.name.endsWith("remaining");

  test.each(filters.filter(looksAtValue))("by $name finds what was written", async (one) => {
    const [form] = one.row.forms;
    if (form === undefined) throw new Error("Expected a form of a field that can be written");
    await write(one.row, form);
    for (const operator of one.filter.operators) {
      const answer = await search(one.row, { name: one.name, operator, value: [form.sought] });
      expect({ operator, finds: finds(answer) }).toEqual({
        operator,
        finds: findsItself[operator],
      });
    }
  });

  const unsearched = rows.filter(({ filters: own }) => own.length === 0);

  test.each(unsearched)("does not know $what, which has no filter (DOC)", async (row) => {
    const name = `${filterPrefix[row.noun]}.${row.shape.id}`;
    const { status, json } = await search(row, { name, operator: "=", value: ["x"] });
    expect(status).toBe(400);
    const errorMessage = `The following filter is either not valid or hidden: ${name}`;
    expect(json).toMatchObject({ errors: [{ errorMessage }] });
  });
});
