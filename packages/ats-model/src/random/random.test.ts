import { describe, expect, it } from "vitest";
import { createRandom, seedFor } from "./random.ts";

function drawn(seed: number): readonly number[] {
  const random = createRandom(seed);
  return Array.from({ length: 8 }, () => random.below(1_000));
}

describe("seeded randomness", () => {
  it("gives these numbers for this seed, on every machine", () => {
    expect(drawn(1)).toMatchInlineSnapshot(`
      [
        67,
        833,
        787,
        821,
        403,
        352,
        864,
        220,
      ]
    `);
    expect(drawn(2)).not.toStrictEqual(drawn(1));
  });

  it("samples items once each, in their order, and no more than there are", () => {
    const sample = createRandom(5).sample([1, 2, 3, 4, 5], 3);
    expect(sample).toHaveLength(3);
    expect(sample).toStrictEqual([...new Set(sample)].toSorted((one, other) => one - other));
    expect(createRandom(5).sample([1], 3)).toStrictEqual([1]);
  });

  it("refuses to pick from nothing", () => {
    expect(() => createRandom(1).pick([])).toThrow("at least one item");
  });

  it("gives each part a seed of its own", () => {
    expect(seedFor(1, "people")).not.toBe(seedFor(1, "jobs"));
    expect(seedFor(1, "people")).not.toBe(seedFor(2, "people"));
  });
});
