import { expect, it } from "vitest";

import { firstKey, keyOf, listOf } from "../evidence.world.ts";
import { parseKeyList } from "./key-list.ts";

it("reads the list that is published", () => {
  const list = listOf(firstKey, { ...keyOf(2), revokedAt: "2026-12-01T00:00:00.000Z" });
  expect(parseKeyList(JSON.stringify(list))).toEqual(list);
});

it("refuses a key under the id of another", () => {
  const swapped = listOf({ ...keyOf(2), id: firstKey.id });
  expect(() => parseKeyList(JSON.stringify(swapped))).toThrow(
    `Expected the Ed25519 public key with the id ${firstKey.id}, found another`,
  );
});

it.each(["", "[]", "{}", '{"format":"slipway-evidence-keys/2","keys":[]}'])(
  "refuses %j",
  (text) => {
    expect(() => parseKeyList(text)).toThrow();
  },
);
