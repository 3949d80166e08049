import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { createCommandWorld, type CommandWorld } from "../command-line/command-line.world.ts";
import { proves } from "../harness/proves.ts";
import { placesOf } from "../recording/places-of.ts";
import { startPlatform, type RunningPlatform } from "../starting/platform-process.ts";
import { because, openEvidenceWorld, type EvidenceWorld } from "./evidence.world.ts";
import { follow } from "./guide.ts";
import { changes, repack } from "./tamper.ts";

let world: EvidenceWorld;
let commands: CommandWorld;
let folder: string;
let bundle: string;
let platform: RunningPlatform;

const reviewer = ["--by", "Grace", "--role", "reviewer", "--of", "programme"];
const owner = ["--by", "Edith", "--role", "programme-owner", "--of", "programme"];
const reason = ["--reason", because];

beforeAll(async () => {
  [world, commands] = await Promise.all([openEvidenceWorld(), createCommandWorld()]);
  ({ folder } = commands);
  bundle = join(folder, "bundle.tar");
}, 300_000);
afterAll(async () => {
  await platform?.stop();
  await commands?.close();
  await world?.close();
});

/** The command's output; it has to succeed. */
async function slipway(...args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await commands.slipway(...args, "--data", world.data);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return stdout;
}

/** How a verification ends, and what it says. */
async function verify(
  file: string,
  keys = join(folder, "evidence-keys.json"),
): Promise<readonly [exitCode: number | null, text: string]> {
  const { exitCode, stdout, stderr } = await commands.slipway("verify", file, "--keys", keys);
  return [exitCode, stdout + stderr];
}

async function published(
  path: string,
): Promise<{ readonly status: number; readonly body: string }> {
  const answer = await fetch(`${platform.address}${path}`);
  return { status: answer.status, body: await answer.text() };
}

test("two processes build the same bytes, in unlike time zones and languages", async () => {
  const other = await world.copy();
  const build = async (data: string, env: NodeJS.ProcessEnv): Promise<string> => {
    const begun = commands.begin(
      [
        ...["evidence", "build", world.integration, ...reviewer, "--data", data],
        ...["--format", "json", "--out", `${data}.tar`],
      ],
      env,
    );
    const { exitCode, stdout, stderr } = await begun.ended;
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    return (JSON.parse(stdout) as { readonly sha256: string }).sha256;
  };
  const hashes = [
    await build(world.data, { TZ: "Asia/Kathmandu", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" }),
    await build(other, { TZ: "America/St_Johns", LC_ALL: "de_DE.UTF-8", LANG: "de_DE.UTF-8" }),
  ];
  expect(hashes[1]).toBe(hashes[0]);
  copyFileSync(`${world.data}.tar`, bundle);
  expect(readFileSync(`${other}.tar`).equals(readFileSync(bundle))).toBe(true);
  const sum = execFileSync("sha256sum", [bundle], { encoding: "utf8" });
  expect(sum.split(" ")[0]).toBe(hashes[0]);
  // From here on one platform serves.
  platform = await startPlatform({ data: world.data });
}, 300_000);

test("a bundle holds what the decision rested on, and no secret", async () => {
  const listed = execFileSync("tar", ["-tf", bundle], { encoding: "utf8" }).trim().split("\n");
  const apart = listed.filter((path) => !path.startsWith("evidence/exchanges/"));
  expect(apart).toEqual(
    [
      "README.txt",
      "SHA256SUMS",
      "SHA256SUMS.sig",
      "bundle.json",
      "decision.json",
      "design.json",
      "enablement.json",
      "history.json",
      "manifest.csv",
      "manifest.json",
      "run.json",
      "verdicts.json",
    ].map((name) => `evidence/${name}`),
  );
  expect(listed.length - apart.length).toBeGreaterThan(50);
  const text = readFileSync(bundle).toString("utf8");
  expect(text).toContain("⟦credential:");
  expect(placesOf(world.secrets, new Map([["the bundle", text]]))).toEqual([]);
  // Seeded people have addresses at example.test: none is in the record of a call.
  const exchanges = execFileSync("tar", ["-xOf", bundle, "evidence/exchanges"], {
    encoding: "utf8",
    maxBuffer: 100_000_000,
  });
  expect(exchanges).not.toMatch(/[a-z]@[a-z.]*example\.test/u);
  const decision = execFileSync("tar", ["-xOf", bundle, "evidence/decision.json"]).toString();
  expect(JSON.parse(decision)).toMatchObject({
    event: "approve-validation",
    actor: { name: "Grace" },
    reason: because,
  });
});

test("the guide's commands verify it: first with the programme, then without it", async () => {
  const work = join(folder, "guide");
  mkdirSync(work);
  copyFileSync(bundle, join(work, "bundle.tar"));
  follow("Fetch the keys, from the programme", {
    folder: work,
    env: { PROGRAMME: platform.address },
  });
  copyFileSync(join(work, "evidence-keys.json"), join(folder, "evidence-keys.json"));
  await platform.stop();
  expect(follow("With the slipway command", { folder: work })).toContain("GENUINE");
  const steps = "With openssl and sha256sum";
  expect(follow(steps, { folder: work })).toContain("Signature Verified Successfully");
  for (const name of ["flipped", "dropped", "added", "renamed"] as const) {
    rmSync(join(work, "evidence"), { recursive: true });
    repack({ folder, bundle, name }, changes[name]);
    copyFileSync(join(folder, `${name}.tar`), join(work, "bundle.tar"));
    expect(() => follow(steps, { folder: work }), name).toThrow();
  }
  platform = await startPlatform({ data: world.data });
}, 120_000);

test("whatever is done to it is told apart, without a platform", async () => {
  expect(await verify(bundle)).toEqual([0, expect.stringContaining("GENUINE")]);
  const packed = (name: keyof typeof changes): string =>
    repack({ folder, bundle, name }, changes[name]);
  expect(await verify(packed("flipped"))).toEqual([
    1,
    expect.stringMatching(/ALTERED.*Expected verdicts\.json with SHA-256 .* found it altered/su),
  ]);
  expect(await verify(packed("dropped"))).toEqual([
    1,
    expect.stringContaining("Expected decision.json, found that it was dropped."),
  ]);
  expect(await verify(packed("added"))).toEqual([
    1,
    expect.stringContaining("found decision-2.json, which was added."),
  ]);
  expect(await verify(packed("renamed"))).toEqual([
    1,
    expect.stringContaining("Expected design.json, found it renamed to plan.json."),
  ]);
  const cut = join(folder, "cut.tar");
  writeFileSync(cut, readFileSync(bundle).subarray(0, 70_000));
  expect(await verify(cut)).toEqual([1, expect.stringContaining("ends too early, within ")]);
  const text = join(folder, "passwords");
  writeFileSync(text, "not a bundle");
  expect(await verify(text)).toEqual([2, expect.stringContaining("NOT A BUNDLE")]);
  expect(await verify(join(folder, "nowhere.tar"))).toEqual([
    2,
    expect.stringContaining("CLI-FILE-UNUSABLE"),
  ]);
  expect(await verify(bundle, text)).toEqual([
    2,
    expect.stringContaining("Expected the list of keys that a programme publishes"),
  ]);
}, 120_000);

test("an old key, an unknown one and a revoked one are told apart, and evidence is signed anew", async () => {
  const [key = ""] = /ek-[0-9a-f]{32}/u.exec(await slipway("evidence", "keys")) ?? [];
  const rotated = await slipway("evidence", "rotate-key", ...owner, ...reason);
  expect(rotated).toMatch(new RegExp(`${key} +rotated`, "u"));
  const keys = join(folder, "later-keys.json");
  writeFileSync(keys, (await published("/.well-known/slipway/evidence-keys")).body);
  expect(await verify(bundle, keys)).toEqual([
    0,
    expect.stringContaining("Note: an old key; what it signed stays valid."),
  ]);
  const { keys: all } = JSON.parse(readFileSync(keys, "utf8")) as {
    readonly keys: readonly { readonly id: string }[];
  };
  writeFileSync(
    keys,
    JSON.stringify({
      format: "slipway-evidence-keys/1",
      keys: all.filter(({ id }) => id !== key),
    }),
  );
  expect(await verify(bundle, keys)).toEqual([7, expect.stringContaining(key)]);
  await slipway("evidence", "revoke-key", key, ...owner, "--reason", "A laptop was stolen.");
  writeFileSync(keys, await slipway("evidence", "keys", "--format", "json"));
  expect(await verify(bundle, keys)).toEqual([8, expect.stringContaining("A laptop was stolen.")]);
  const anew = join(folder, "anew.tar");
  await slipway("evidence", "build", world.integration, ...reviewer, "--out", anew);
  expect(await verify(anew, keys)).toEqual([0, expect.not.stringContaining("Note")]);
}, 120_000);

test("the verification address and the badge say what stands, and nothing more", async () => {
  proves("REQ-25", { door: "http" });
  const page = `/verify/${world.integration}`;
  const badge = `/badge/${world.integration}.svg`;
  const { body: before } = await published(page);
  expect(before).toContain("The designation Prime is in force.");
  expect(before).toContain("It is no guarantee of security");
  expect((await published(badge)).body).toContain(">Prime</text>");
  expect((await published(`${page}/evidence.tar`)).status).toBe(404);
  await slipway("evidence", "publish", world.integration, ...owner, ...reason);
  const answer = await fetch(`${platform.address}${page}/evidence.tar`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.equals(readFileSync(join(folder, "anew.tar")))).toBe(true);
  expect(answer.headers.get("cache-control")).toBe("public, max-age=60, must-revalidate");

  const move = ["integration", "move", world.integration];
  await slipway(...move, "suspend", ...owner, ...reason);
  expect((await published(badge)).body).not.toContain("Prime");
  expect((await published(badge)).body).toContain(">suspended</text>");
  expect((await published(page)).body).toContain("No designation is in force.");
  expect(JSON.parse((await published(`${page}.json`)).body)).toMatchObject({
    format: "slipway-verification/1",
    integration: "Journey",
    designationInForce: null,
    standing: { kind: "suspended" },
  });
  await slipway(...move, "reinstate", ...owner, ...reason);
  expect((await published(badge)).body).toContain(">Prime</text>");
  await slipway(...move, "remove", ...owner, ...reason);
  expect((await published(badge)).body).toContain(">removed</text>");

  const nobody = "0190a000-0000-7000-8000-000000000001";
  expect(await published(`/verify/${nobody}`)).toMatchObject({
    status: 404,
    body: expect.stringContaining("Not on record"),
  });
  expect(await published(`/badge/${nobody}.svg`)).toMatchObject({
    status: 404,
    body: expect.stringContaining("not on record"),
  });
}, 120_000);
