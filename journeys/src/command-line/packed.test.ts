import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { createCommandWorld, type CommandWorld } from "./command-line.world.ts";
import { createPackedInstallation, type PackedInstallation } from "./packed-installation.ts";
import { passingRun } from "./passing-run.ts";

let installation: PackedInstallation;
let world: CommandWorld;

beforeAll(async () => {
  installation = await createPackedInstallation();
  world = await createCommandWorld([...installation.command]);
});

afterAll(async () => {
  await world?.close();
  await installation?.close();
});

describe("slipway as it is published", () => {
  test("each tarball holds built JavaScript and no source", () => {
    const names = installation.packages.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["slipway", "@slipway/platform"]));
    for (const { name, files } of installation.packages) {
      expect(files, name).toContain("package.json");
      expect(
        files.filter((file) => file.endsWith(".js")),
        name,
      ).not.toEqual([]);
      expect(
        files.filter((file) => /(?<!\.d)\.ts$/.test(file)),
        name,
      ).toEqual([]);
    }
  });

  test("it tells its version", async () => {
    const { exitCode, stdout, stderr } = await world.slipway("--version");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test("its doctor starts platform and database", async () => {
    const folder = join(world.folder, "never-used");
    const { exitCode, stdout, stderr } = await world.slipway("doctor", "--data", folder);
    expect({ exitCode, stderr }, stdout).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toContain("✓ Platform and database: start and answer");
  });

  test("it validates a partner to the end", async () => {
    const { exitCode, stdout, stderr } = await passingRun(world);
    expect(exitCode, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ conclusion: "passed" });
  });
});
