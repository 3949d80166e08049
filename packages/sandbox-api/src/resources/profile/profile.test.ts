import { afterAll, beforeAll, expect, test } from "vitest";

import { openSandboxWorld, type SandboxWorld } from "../../sandbox.world.ts";

let world: SandboxWorld;
beforeAll(async () => {
  world = await openSandboxWorld();
  await world.a.seed("people", 77, {
    firstname: "Ada",
    lastname: "Byron",
    email: "ada@example.test",
    folder: "D32006",
  });
  await world.a.seed("jobs", 1008, { jobtitle: "Welder" });
});
afterAll(async () => world.close());

test("reads a person with the default fields and its links", async () => {
  const answer = await world.a.call("GET", "/customers/6101/people/77");
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({
    firstname: "Ada",
    lastname: "Byron",
    email: "ada@example.test",
    folder: { id: "D32006", formattedvalue: "Cand:Unreviewed", value: "Cand:Unreviewed" },
    links: [
      {
        rel: "self",
        title: "The current profile being viewed.",
        url: "https://api-a.example.test/customers/6101/people/77",
      },
    ],
  });
  expect(answer.headers.get("content-type")).toBe("application/json;charset=UTF-8");
});

test("creates a person: 201, empty, octet-stream, with an absolute address", async () => {
  const answer = await world.a.call("POST", "/customers/6101/people", {
    json: { firstname: "Grace", lastname: "Hopper", email: "grace@example.test" },
    headers: { host: "evil.example.test" },
  });
  expect(answer.status).toBe(201);
  expect(answer.text).toBe("");
  expect(answer.headers.get("content-type")).toBe("application/octet-stream");
  expect(answer.headers.get("content-length")).toBe("0");
  const location = answer.headers.get("location");
  expect(location).toMatch(/^https:\/\/api-a\.example\.test\/customers\/6101\/people\/\d+$/);
  const id = Number(location?.split("/").at(-1));
  expect(await world.a.stored("people", id)).toEqual({
    firstname: "Grace",
    lastname: "Hopper",
    email: "grace@example.test",
  });
  const recorded = (await world.a.recorded()).at(-1);
  expect(recorded).toMatchObject({ status: 201, person_id: id });
  expect(recorded?.access).toEqual(
    ["firstname", "lastname", "email"].map((field) => ({
      noun: "people",
      profileId: id,
      field,
      how: "written",
    })),
  );
});

test("changes a person: 204 without body or length", async () => {
  const answer = await world.a.call("PATCH", "/customers/6101/people/77", {
    json: { firstname: "Augusta" },
  });
  expect(answer.status).toBe(204);
  expect(await world.a.stored("people", 77)).toMatchObject({ firstname: "Augusta" });
  expect(world.bugs).toEqual([]);
});
