import { inspect } from "node:util";

import { afterEach, describe, expect, test } from "vitest";

import {
  AtsAnswerError,
  AtsAuthenticationError,
  AtsNotFoundError,
  AtsRequestError,
  AtsUnavailableError,
} from "../index.ts";
import {
  basicUser,
  startScriptedAts,
  type Script,
  type ScriptedAts,
} from "../scripted-ats.world.ts";

let ats: ScriptedAts;
const start = async (script: Script): Promise<ScriptedAts> => {
  ats = await startScriptedAts(script);
  return ats;
};
afterEach(async () => ats.close());

describe("profiles", () => {
  test("a read names its fields and shows its credentials without being asked", async () => {
    const { client, calls } = await start(() => ({
      status: 200,
      json: { firstname: "Ada", links: [] },
    }));
    const person = await client().people.get(77, { fields: ["firstname", "field29946"] });
    expect(person.firstname).toBe("Ada");
    expect(calls[0]).toMatchObject({
      method: "GET",
      url: "/customers/9001/people/77?fields=firstname,field29946",
      headers: {
        authorization: `Basic ${Buffer.from("int-user:very secret password").toString("base64")}`,
      },
    });
  });

  test("what is created is known by the end of its Location, body or not", async () => {
    const { client, address } = await start((_call, _index, origin) => ({
      status: 201,
      headers: {
        location: `${origin}/customers/9001/people/123`,
        "content-type": "application/octet-stream",
      },
    }));
    const created = await client().people.create({
      firstname: "Ada",
      folder: { value: "Active" },
      phones: [{ phonenumber: "1" }],
    });
    expect(created).toEqual({ id: 123, address: `${address}/people/123` });
  });

  test("an update sends what it names, and null to clear", async () => {
    const { client, calls } = await start(() => ({ status: 204 }));
    await client().jobs.update(5, { department: null, numberofpositions: 2, hiringmanager: 900 });
    expect(calls[0]).toMatchObject({ method: "PATCH", url: "/customers/9001/jobs/5" });
    expect(JSON.parse(calls[0]?.body ?? "")).toEqual({
      department: null,
      numberofpositions: 2,
      hiringmanager: 900,
    });
  });

  test("a collection is listed, read, added to, changed and removed from", async () => {
    const { client, calls } = await start(({ method, url }, _index, origin) => {
      if (method === "POST") return { status: 201, headers: { location: `${origin}${url}/31` } };
      if (method !== "GET") return { status: 204 };
      return { status: 200, json: url.endsWith("phones") ? [{ entry: 30 }] : { phonenumber: "1" } };
    });
    const phones = client().people.collection(77, "phones");
    expect(await phones.list()).toEqual([{ entry: 30 }]);
    expect(await phones.get(30)).toEqual({ phonenumber: "1" });
    expect(await phones.add({ phonenumber: "2" })).toBe(31);
    await phones.update(31, { phonetype: { value: "Home" } });
    await phones.remove(31);
    const base = "/customers/9001/people/77/fields/phones";
    expect(calls.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET ${base}`,
      `GET ${base}/30`,
      `POST ${base}`,
      `PATCH ${base}/31`,
      `DELETE ${base}/31`,
    ]);
  });

  test("a workflow is found by its pair, and its log is read", async () => {
    const log = [{ status: { id: "D10100", formattedvalue: "New", value: "New" } }];
    const { client, calls } = await start(() => ({
      status: 200,
      json: { links: [], submittalstatuslog: log },
    }));
    await client().applicantworkflows.ofPair({ person: 7, job: 8 });
    expect(await client().applicantworkflows.statusLog(13)).toEqual(log);
    expect(calls.map(({ url }) => url)).toEqual([
      "/customers/9001/applicantworkflows/person/7/job/8",
      "/customers/9001/applicantworkflows/13/submittalstatuslog",
    ]);
  });
});

describe("addresses", () => {
  test("an address below the customer's is followed", async () => {
    const { client, address } = await start(() => ({ status: 200, json: { addresscity: "Ulm" } }));
    const entry = await client().follow(`${address}/companies/4/fields/addresses/9`);
    expect(entry).toEqual({ addresscity: "Ulm" });
  });

  test("credentials go nowhere else", async () => {
    const { client, calls, address } = await start(() => ({ status: 200, json: {} }));
    for (const other of [
      "https://elsewhere.example.test/customers/9001/people/1",
      address.replace("9001", "90019/people/1"),
      `${address}/../9002/people/1`,
    ]) {
      await expect(client().follow(other)).rejects.toBeInstanceOf(AtsAnswerError);
    }
    expect(calls).toEqual([]);
  });

  test("a redirection is not followed", async () => {
    const { client, calls } = await start(() => ({
      status: 302,
      headers: { location: "http://127.0.0.1:1/" },
    }));
    await expect(client().people.get(1)).rejects.toMatchObject({ status: 302 });
    expect(calls).toHaveLength(1);
  });
});

describe("errors", () => {
  test("carry status, codes and transaction, and no secret", async () => {
    const { client } = await start(() => ({
      status: 400,
      headers: { "x-transaction": "{AB-12}" },
      json: { errors: [{ errorMessage: "lastname: is required", errorCode: 1 }] },
    }));
    const error: unknown = await client()
      .people.create({})
      .catch((one: unknown) => one);
    expect(error).toBeInstanceOf(AtsRequestError);
    expect(error).toMatchObject({
      status: 400,
      codes: [1],
      problems: [{ code: 1, message: "lastname: is required" }],
      transactionId: "{AB-12}",
      message: "POST /customers/9001/people: expected 2xx, found 400 (1 lastname: is required)",
    });
    const shown = inspect(error, { depth: 10, showHidden: true });
    expect(shown).not.toContain(basicUser.password);
    expect(shown).not.toContain(Buffer.from(`int-user:${basicUser.password}`).toString("base64"));
  });

  test.each([
    [401, AtsAuthenticationError],
    [403, AtsAuthenticationError],
    [404, AtsNotFoundError],
    [405, AtsRequestError],
    [501, AtsUnavailableError],
  ])("%i has a class of its own", async (status, expected) => {
    const { client } = await start(() => ({ status, text: "<html>no JSON</html>" }));
    await expect(client().people.get(1)).rejects.toBeInstanceOf(expected);
  });

  test("problems are read from the headers when the body has none", async () => {
    const { client } = await start(() => ({
      status: 404,
      headers: { "x-error": "2:not here, or 3 doors on, 3:access denied" },
    }));
    await expect(client().people.get(1)).rejects.toMatchObject({
      problems: [
        { code: 2, message: "not here, or 3 doors on" },
        { code: 3, message: "access denied" },
      ],
    });
  });

  test.each(["<html></html>", "[]", ""])(
    "an answer that is no object is told: %j",
    async (text) => {
      const { client } = await start(() => ({ status: 200, text }));
      await expect(client().people.get(1)).rejects.toBeInstanceOf(AtsAnswerError);
    },
  );
});
