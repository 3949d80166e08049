import { spawnSync } from "node:child_process";

import fc from "fast-check";
import { expect, it } from "vitest";

import { readTar } from "./read-tar.ts";
import { writeTar } from "./write-tar.ts";

const paths = fc.stringMatching(/^[a-zA-Z0-9._/-]{1,100}$/u);

it("reads what it writes", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ path: paths, bytes: fc.uint8Array({ maxLength: 1500 }) })),
      (files) => {
        const { files: read, end } = readTar(writeTar(files));
        expect(end).toEqual({ kind: "whole" });
        expect(read.map(({ path, bytes }) => ({ path, bytes: [...bytes] }))).toEqual(
          files.map(({ path, bytes }) => ({ path, bytes: [...bytes] })),
        );
      },
    ),
  );
});

it("writes what the machine's tar lists, with the same owner, rights and time for all", () => {
  const archive = writeTar([
    { path: "evidence/a.json", bytes: Buffer.from("{}\n") },
    { path: "evidence/exchanges/b.json", bytes: Buffer.alloc(513, "b") },
  ]);
  const env = { ...process.env, TZ: "UTC", LC_ALL: "C" };
  const { stdout, stderr } = spawnSync("tar", ["-tvf", "-"], { input: archive, env });
  expect(stderr.toString()).toBe("");
  expect(stdout.toString().replaceAll(/ +/gu, " ")).toBe(
    "-rw-r--r-- root/root 3 1970-01-01 00:00 evidence/a.json\n" +
      "-rw-r--r-- root/root 513 1970-01-01 00:00 evidence/exchanges/b.json\n",
  );
});

it.each(["über.json", "", "x".repeat(101), "a\nb"])("refuses the path %j", (path) => {
  expect(() => writeTar([{ path, bytes: Buffer.alloc(0) }])).toThrow(
    /^Expected a path of at most 100 ASCII characters/u,
  );
});
