import { randomBytes } from "node:crypto";

import { describe, expect, it } from "vitest";

import { createIds } from "./ids.ts";
import { isUuid } from "./is-uuid.ts";

const start = Date.parse("2026-03-01T09:00:00Z");

/** Ids from a clock that reads the given moments, then stays at the last. */
function idsAt(...momentsMs: readonly number[]): readonly string[] {
  let reading = 0;
  const ids = createIds({
    clock: { now: () => new Date(momentsMs[reading++] ?? start) },
    randomBytes,
  });
  return momentsMs.map(() => ids.uuid());
}

const burst = (count: number): readonly number[] => Array.from({ length: count }, () => start);

const stampOf = (id: string): number => Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);

describe("identifiers", () => {
  it("are UUIDs of version 7 that carry the clock's time", () => {
    const [id = ""] = idsAt(start);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
    expect(isUuid(id)).toBe(true);
    expect(stampOf(id)).toBe(start);
  });

  it.each([
    ["later moments", [start, start + 1, start + 2000]],
    ["one moment", burst(20)],
    ["more than a counter holds in one moment", burst(10_000)],
    ["a clock that goes back", [start, start - 60_000, start - 59_000, start + 1]],
    [
      "a clock that goes back and catches up in a burst",
      [...burst(5000), start - 1, start + 1, ...burst(5000)],
    ],
  ])("are unique and in the order in which they were made at %s", (_, moments) => {
    const made = idsAt(...moments);
    expect(made.findIndex((id, index) => id <= (made[index - 1] ?? ""))).toBe(-1);
  });

  it("do not collide between two makers at the same moment", () => {
    const made = [...idsAt(...burst(5000)), ...idsAt(...burst(5000))];
    expect(new Set(made).size).toBe(made.length);
  });

  it("ask for randomness that nobody was given before", () => {
    let asked = 0;
    const ids = createIds({
      clock: { now: () => new Date(start) },
      // Each byte tells which eight of the stream it belongs to.
      randomBytes: (byteCount) =>
        Uint8Array.from({ length: byteCount }, () => Math.floor(asked++ / 8) % 256),
    });
    const tails = Array.from({ length: 256 }, () => ids.uuid().slice(-12));
    expect(new Set(tails).size).toBe(256);
  });
});

describe("secrets", () => {
  const ids = createIds({ clock: { now: () => new Date(start) }, randomBytes });

  it("are as many bytes as asked for, in letters that need no quoting", () => {
    const secret = ids.secret(32);
    expect(Buffer.from(secret, "base64url")).toHaveLength(32);
    expect(secret).toMatch(/^[\w-]{43}$/u);
  });

  it("differ each time", () => {
    expect(new Set(Array.from({ length: 1000 }, () => ids.secret(16))).size).toBe(1000);
  });
});
