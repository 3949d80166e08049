import { createTestDatabase } from "@slipway/database/testing";
import type { Database } from "@slipway/database";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { openPlatformLog, type PlatformLog } from "./platform-log.ts";

const secret = "s3cret-canary-4711";

let database: Database;
let written: string;
let log: PlatformLog;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => database?.close());

beforeEach(() => {
  written = "";
  log = open("json");
});

const open = (format: "json" | "text"): PlatformLog =>
  openPlatformLog({
    level: "info",
    format,
    destination: {
      write: (line) => {
        written += line;
      },
    },
  });

const thrownBy = async (work: () => unknown): Promise<unknown> => {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error("Expected the work to fail");
};

const row = { digest: Buffer.from(secret), prefix: secret, label: secret, created_at: new Date() };

describe("what the log says of an error", () => {
  it.each<[string, () => unknown]>([
    ["a value that is no number", async () => database.pool.query("select $1::int", [secret])],
    ["a value that is no id", async () => database.pool.query("select $1::uuid", [secret])],
    [
      "a value that is no time",
      async () => database.pool.query("select $1::timestamptz", [secret]),
    ],
    ["a value that is no JSON", async () => database.pool.query("select $1::jsonb", [secret])],
    [
      "a row that is there already",
      async () => {
        await database.queries.insertInto("api_token").values(row).execute();
        await database.queries.insertInto("api_token").values(row).execute();
      },
    ],
    [
      "a row that refers to nothing",
      async () =>
        database.pool.query("insert into api_credential values ($1, $1, $2, 1, $1, null, now())", [
          secret,
          Buffer.from(secret),
        ]),
    ],
    ["a value too many", async () => database.pool.query("select 1", [secret])],
    ["a text that is no JSON", () => JSON.parse(secret)],
    [
      "a long text that is no JSON",
      () => JSON.parse(`{"password":"x" ${secret} ${"y".repeat(99)}`),
    ],
    ["an address that is none", () => new URL(secret)],
  ])("never shows the value: %s", async (_, work) => {
    const error = await thrownBy(work);
    log.trouble("test", error);
    log.trouble("test", new Error("It could not be done", { cause: error }));
    log.trouble("test", new AggregateError([error], "Several failed"));
    expect(written.split("\n")).toHaveLength(4);
    expect(written).not.toContain(secret);
    expect(written).not.toContain(Buffer.from(secret).toString("hex"));
  });

  it("is what, where, with which code, and what it came of", async () => {
    const cause = await thrownBy(async () => database.pool.query("select nonsense"));
    log.trouble("run engine", new TypeError("It could not be done", { cause }));
    const { place, error } = JSON.parse(written) as {
      readonly place: string;
      readonly error: { readonly frames: readonly string[]; readonly causes: readonly object[] };
    };
    expect(place).toBe("run engine");
    expect(error).toMatchObject({ name: "TypeError", message: "It could not be done" });
    expect(error.frames[0]).toMatch(/^at .*platform-log\.test\.ts/u);
    expect(error.causes).toMatchObject([
      { code: "42703", message: 'column "nonsense" does not exist' },
    ]);
  });

  it("ends where an error is its own cause", () => {
    const error = new Error("round");
    error.cause = error;
    log.trouble("test", error);
    expect(written).toContain("round");
  });

  it("is a line for what is no error, too", () => {
    log.trouble("test", "just a text");
    expect(JSON.parse(written)).toMatchObject({ error: { message: "just a text" } });
  });
});

describe("a line of the log", () => {
  it("is an object with time, level, message and facts", () => {
    log.say("ready", { port: 8700 });
    expect(JSON.parse(written)).toEqual({
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/u),
      level: "info",
      message: "ready",
      port: 8700,
    });
  });

  it("is text where people read it, an error with its frames below", () => {
    const text = open("text");
    text.say("ready", { port: 8700, name: "two words" });
    text.trouble("run engine", new Error("first\nsecond"), { requestId: "r-1" });
    const [said, trouble, error, frame] = written.split("\n");
    expect(said).toMatch(/^\d\d:\d\d:\d\d\.\d{3} info {2}ready port=8700 name="two words"$/u);
    expect(trouble).toMatch(/ error trouble place="run engine" requestId=r-1$/u);
    expect(error).toBe(String.raw`  Error: "first\nsecond"`);
    expect(frame).toMatch(/^ {4}at /u);
  });
});
