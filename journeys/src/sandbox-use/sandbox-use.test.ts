import { afterAll, beforeAll, expect, test } from "vitest";

import { createCommandWorld, type CommandWorld } from "../command-line/command-line.world.ts";
import { openDeadlineWorld, type DeadlineWorld } from "../deadlines/deadlines.world.ts";
import { proves } from "../harness/proves.ts";

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

test("a partner accepts the sandbox policy, and the programme takes the sandbox back and gives it back", async () => {
  proves("REQ-09", { door: "command-line" });
  const client = world.client();
  const { id: integration } = await client.registerIntegration({
    name: "Acme Tests",
    framework: "prime-assessment",
    connectorType: "prime",
    organisation: "Acme",
  });
  const sandbox = await client.createSandbox(integration);
  const shown = await slipway("sandbox", "show", sandbox.id);
  expect(shown).toContain("Policy, version 1: not accepted");
  expect(shown).toContain("Signs of other use: none");
  const ada = ["--by", "Ada", "--role", "partner-developer", "--of", "Acme"];
  expect(await slipway("sandbox", "accept-policy", sandbox.id, "--policy", "1", ...ada)).toContain(
    "Policy, version 1: accepted by Ada",
  );
  const grace = ["--by", "Grace", "--role", "reviewer", "--of", "programme"];
  const taken = ["--reason", "It was shown to a customer.", ...grace];
  expect(await slipway("sandbox", "withdraw", sandbox.id, ...taken)).toMatch(
    /withdrawn by Grace at \S+: It was shown to a customer\./u,
  );
  const given = ["--reason", "It was explained.", ...grace];
  expect(await slipway("sandbox", "restore", sandbox.id, ...given)).toContain("in use");
});
