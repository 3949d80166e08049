import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { createCommandWorld, type CommandWorld } from "../command-line/command-line.world.ts";
import { proves } from "../harness/proves.ts";
import { openDeadlineWorld, type DeadlineWorld } from "./deadlines.world.ts";

let world: DeadlineWorld;
let commands: CommandWorld;
beforeAll(async () => {
  [world, commands] = await Promise.all([openDeadlineWorld(), createCommandWorld()]);
  await world.start();
});
afterAll(async () => {
  await commands?.close();
  await world?.close();
});

async function slipway(...args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await commands.slipway(...args, "--data", world.data);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return stdout;
}

const who = ["--by", "Developer Support", "--reason", "A customer reported an exchange."];

test("a revalidation is told by mail, reminded of, and put before a person when it is overdue", async () => {
  proves("REQ-28", { door: "command-line" });
  proves("REQ-29", { door: "command-line" });
  proves("REQ-31", { door: "command-line" });
  const { id: integration } = await world.client().registerIntegration({
    name: "Acme Tests",
    framework: "prime-assessment",
    connectorType: "prime",
  });
  await slipway("clock", "set", "2027-01-10");
  await slipway("clock", "freeze");
  expect(await slipway("clock", "set", "2027-01-10T09:00:00Z")).toMatch(
    /^2027-01-10T09:00:00.000Z {2}installation, frozen, \d+ days/u,
  );
  const opened = await slipway(
    ...["deadlines", "open", integration, "--kind", "revalidation", "--for", "a report"],
    ...["--to", "partner@example.test", ...who],
  );
  const [, id = ""] = /^Deadline (\S+): revalidation/u.exec(opened) ?? [];
  await vi.waitFor(
    async () =>
      expect(await slipway("deadlines", "show", id)).toContain(
        "running: since 2027-01-10T09:00:00.000Z, due 2027-04-10T09:00:00.000Z",
      ),
    30_000,
  );
  await slipway("clock", "advance", "90d");
  await vi.waitFor(async () => expect(world.mails).toHaveLength(7), 30_000);
  expect(await slipway("tasks")).toContain("Nothing was suspended or removed: decide");
  expect(await slipway("notices", "list", "--state", "accepted")).toContain(
    "Deadline passed: Acme Tests",
  );
  const extended = await slipway("deadlines", "extend", id, "--until", "2027-06-01", ...who);
  expect(extended).toContain(
    "running: since 2027-01-10T09:00:00.000Z, due 2027-06-01T00:00:00.000Z",
  );
  expect(extended).toContain("extended by Developer Support: A customer reported an exchange.");
  await slipway("deadlines", "clear", id, ...who);
  expect(await slipway("tasks")).toBe("Nothing waits for a person.\n");
}, 180_000);

test("a clock and a deadline refuse what cannot be, and say what can", async () => {
  const refused = async (...args: readonly string[]): Promise<string> => {
    const { exitCode, stderr } = await commands.slipway(...args, "--data", world.data);
    expect(exitCode).toBe(2);
    return stderr;
  };
  expect(await refused("clock", "set", "2027-02-30")).toContain("a date of the calendar in UTC");
  expect(await refused("clock", "advance", "yesterday")).toContain("such as 400d");
  expect(await refused("clock", "advance", "99999d")).toContain("CLOCK-OUT-OF-RANGE");
  expect(await refused("clock", "show", "--tenant", "1")).toContain("TENANT-NOT-FOUND");
  expect(await refused("deadlines", "show", "x")).toContain("DEADLINE-NOT-FOUND");
}, 120_000);
