import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { expect, it } from "vitest";

import { firstKey, smallBundle } from "../evidence.world.ts";
import { readTar } from "../tar/read-tar.ts";
import { sha256Of } from "./checksum-list.ts";

const program = fileURLToPath(new URL("print-bundle-hash.process.ts", import.meta.url));

it.each([
  ["Asia/Kathmandu", "tr_TR.UTF-8"],
  ["America/St_Johns", "de_DE.UTF-8"],
])("gives the same bytes in another process, in %s with %s", (timeZone, locale) => {
  const env = { ...process.env, TZ: timeZone, LANG: locale, LC_ALL: locale };
  const hash = execFileSync(process.execPath, ["--conditions=@slipway/source", program], { env });
  expect(hash.toString()).toBe(sha256Of(smallBundle()));
});

it("says in its README what it is, whose, and how to verify it", () => {
  const { files } = readTar(smallBundle());
  const readme = files.find(({ path }) => path === "evidence/README.txt");
  const text = Buffer.from(readme?.bytes ?? []).toString();
  expect(text).toContain("Acme Tests");
  expect(text).toContain(firstKey.id);
  expect(text).toContain("openssl pkeyutl -verify");
});
