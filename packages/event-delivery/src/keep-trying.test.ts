import { systemClock } from "@slipway/foundation";
import { describe, expect, it } from "vitest";

import { keepTrying } from "./keep-trying.ts";

const patience = { clock: systemClock, forMs: 10_000, everyMs: 1 };

/** Work that fails with these errors, one after the other, and then succeeds. */
function failing(...errors: readonly Error[]) {
  const left = [...errors];
  let tries = 0;
  return {
    tries: () => tries,
    work: async () => {
      tries += 1;
      const error = left.shift();
      if (error !== undefined) throw error;
      return "done";
    },
  };
}

function coded(code: string): Error {
  return Object.assign(new Error(code), { code });
}

describe("trying again while the database is away", () => {
  it.each([
    ["shutting down", coded("57P01")],
    ["starting up", coded("57P03")],
    ["a lost connection", coded("08006")],
    ["too many connections", coded("53300")],
    ["a refused connection", coded("ECONNREFUSED")],
    ["a socket that vanished", coded("ENOENT")],
    ["a connection that broke under the query", new Error("Connection terminated unexpectedly")],
  ])("waits out %s", async (_what, error) => {
    const { work, tries } = failing(error, error);
    expect(await keepTrying(work, patience)).toBe("done");
    expect(tries()).toBe(3);
  });

  it.each([
    ["a statement that is wrong", coded("42601")],
    ["a value that does not fit", coded("22P02")],
    ["a fault of our own", new TypeError("x is not a function")],
  ])("does not repeat %s", async (_what, error) => {
    const { work, tries } = failing(error);
    await expect(keepTrying(work, patience)).rejects.toBe(error);
    expect(tries()).toBe(1);
  });

  it("gives up when the time is over, with the last failure", async () => {
    const work = async (): Promise<never> => {
      throw coded("57P01");
    };
    await expect(keepTrying(work, { ...patience, forMs: 30 })).rejects.toMatchObject({
      code: "57P01",
    });
  });
});
