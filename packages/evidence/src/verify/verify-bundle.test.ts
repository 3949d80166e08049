import fc from "fast-check";
import { expect, it } from "vitest";

import { file, firstKey, keyOf, listOf, smallBundle } from "../evidence.world.ts";
import { readTar } from "../tar/read-tar.ts";
import type { TarFile } from "../tar/tar-file.ts";
import { writeTar } from "../tar/write-tar.ts";
import { verifyBundle } from "./verify-bundle.ts";

const bundle = smallBundle();
const keys = listOf(firstKey);

/** The bundle with other files in it. */
function changed(change: (files: readonly TarFile[]) => readonly TarFile[]): Buffer {
  return writeTar(change(readTar(bundle).files));
}

it("takes a bundle for genuine that is as it was signed", () => {
  expect(verifyBundle(bundle, keys)).toMatchObject({
    verdict: "genuine",
    claim: { integration: { name: "Acme Tests" }, version: 1 },
    signedBy: { id: firstKey.id },
    findings: [],
  });
});

it("notices every flipped bit", () => {
  fc.assert(
    fc.property(fc.nat(bundle.length * 8 - 1), (bit) => {
      const flipped = Buffer.from(bundle);
      const offset = bit >> 3;
      flipped[offset] = (flipped[offset] ?? 0) ^ (1 << (bit & 7));
      const { verdict, findings } = verifyBundle(flipped, keys);
      expect(verdict).not.toBe("genuine");
      expect(findings).not.toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

it("notices every cut", () => {
  for (let length = 0; length < bundle.length; length += 97) {
    const { verdict } = verifyBundle(bundle.subarray(0, length), keys);
    expect({ length, verdict }).toEqual({
      length,
      // What is shorter than the name of the folder could be anything.
      verdict: length < "evidence/".length ? "not-a-bundle" : "altered",
    });
  }
});

it("says which file was altered", () => {
  const offset = bundle.indexOf('{"id":1}');
  const flipped = Buffer.from(bundle);
  flipped.write("2", offset + 6);
  expect(verifyBundle(flipped, keys)).toMatchObject({
    verdict: "altered",
    findings: [{ kind: "file-altered", path: "exchanges/a/1.json" }],
  });
});

it("says which file was dropped, added or renamed", () => {
  const name = "evidence/decision.json";
  const dropped = changed((files) => files.filter(({ path }) => path !== name));
  expect(verifyBundle(dropped, keys).findings).toEqual([
    { kind: "file-missing", path: "decision.json" },
  ]);
  const added = changed((files) => [...files, file("evidence/extra.json", "{}")]);
  expect(verifyBundle(added, keys).findings).toContainEqual({
    kind: "file-added",
    path: "extra.json",
  });
  const outside = changed((files) => [...files, file("install.sh", "true")]);
  expect(verifyBundle(outside, keys).findings).toEqual([
    { kind: "file-added", path: "/install.sh" },
  ]);
  const twice = changed((files) => [...files, file(name, "[]")]);
  expect(verifyBundle(twice, keys).findings).toContainEqual({
    kind: "file-added",
    path: "decision.json",
  });
  const renamed = changed((files) =>
    files.map((one) => (one.path === name ? { ...one, path: "evidence/judgement.json" } : one)),
  );
  expect(verifyBundle(renamed, keys).findings).toContainEqual({
    kind: "file-renamed",
    from: "decision.json",
    to: "judgement.json",
  });
});

it.each(["SHA256SUMS", "SHA256SUMS.sig", "bundle.json", "README.txt"])(
  "is not content without %s",
  (name) => {
    const without = changed((files) => files.filter(({ path }) => path !== `evidence/${name}`));
    const { verdict, findings } = verifyBundle(without, keys);
    expect(verdict).toBe("altered");
    expect(findings).toContainEqual({ kind: "file-missing", path: name });
  },
);

it("notices a list of checksums that was made to fit an altered file", () => {
  const forged = smallBundle({ ...keyOf(9), id: firstKey.id });
  expect(verifyBundle(forged, keys)).toMatchObject({
    verdict: "altered",
    findings: [{ kind: "signature-wrong", keyId: firstKey.id }],
  });
});

it("notices bytes behind the end of the archive", () => {
  const longer = Buffer.concat([bundle, Buffer.from("more")]);
  expect(verifyBundle(longer, keys)).toMatchObject({
    verdict: "altered",
    findings: [{ kind: "archive-altered", offset: bundle.length }],
  });
});

it("notices files in another order", () => {
  const turned = changed((files) => files.toReversed());
  expect(verifyBundle(turned, keys).findings).toMatchObject([{ kind: "archive-altered" }]);
});

it("tells an unknown key, an old one and a revoked one apart", () => {
  const other = listOf(keyOf(2));
  expect(verifyBundle(bundle, other)).toMatchObject({
    verdict: "key-unknown",
    signedBy: undefined,
    findings: [{ kind: "key-unknown", keyId: firstKey.id }],
  });
  const validUntil = "2026-12-01T00:00:00.000Z";
  expect(verifyBundle(bundle, listOf(keyOf(2), { ...firstKey, validUntil }))).toMatchObject({
    verdict: "genuine",
    signedBy: { id: firstKey.id, validUntil },
  });
  const revoked = { ...firstKey, validUntil, revokedAt: validUntil, revokedBecause: "Stolen." };
  expect(verifyBundle(bundle, listOf(revoked))).toMatchObject({
    verdict: "key-revoked",
    findings: [{ kind: "key-revoked", keyId: firstKey.id, because: "Stolen." }],
  });
});

it.each([
  ["nothing", Buffer.alloc(0)],
  ["a text", Buffer.from("evidence of nothing")],
  ["zeros", Buffer.alloc(10_240)],
  ["another archive", writeTar([file("notes.txt", "hello")])],
])("does not take %s for a bundle", (_what, bytes) => {
  expect(verifyBundle(bytes, keys)).toMatchObject({
    verdict: "not-a-bundle",
    findings: [{ kind: "not-a-bundle" }],
  });
});
