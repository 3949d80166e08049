import fc from "fast-check";
import { expect, test } from "vitest";

import { compareListings, type PlacedListing } from "./compare-listings.ts";

const listing: fc.Arbitrary<PlacedListing> = fc.record({
  designation: fc.constantFrom("prime" as const, "standard" as const, undefined),
  // Few of each, so that every rule has to decide at some time.
  validatedAt: fc.integer({ min: 0, max: 3 }).map((day) => new Date(day * 86_400_000)),
  name: fc.constantFrom("Numbers", "numbers", "Écoute", "Ecoute", "E\u0301coute", "Zahlen"),
  integrationId: fc.uuid(),
});
const listings = fc.uniqueArray(listing, { selector: ({ integrationId }) => integrationId });

test("the order is the same from whatever order it is made", () => {
  fc.assert(
    fc.property(listings, fc.infiniteStream(fc.nat()), (some, chances) => {
      const sorted = some.toSorted(compareListings);
      const shuffled = some
        .map((one) => ({ one, chance: chances.next().value }))
        .toSorted((left, right) => left.chance - right.chance)
        .map(({ one }) => one);
      expect(shuffled.toSorted(compareListings)).toEqual(sorted);
    }),
  );
});

test("no Standard comes before a Prime, no Non-Standard before either", () => {
  const ranks = { prime: 0, standard: 1, none: 2 } as const;
  fc.assert(
    fc.property(listings, (some) => {
      const found = some
        .toSorted(compareListings)
        .map(({ designation }) => ranks[designation ?? "none"]);
      expect(found).toEqual(found.toSorted((left, right) => left - right));
    }),
  );
});

test("within a designation the latest validation comes first, and names decide at the same moment", () => {
  fc.assert(
    fc.property(listings, (some) => {
      const sorted = some.toSorted(compareListings);
      for (const [index, right] of sorted.entries()) {
        const left = sorted[index - 1];
        if (left === undefined || left.designation !== right.designation) continue;
        expect(left.validatedAt >= right.validatedAt).toBe(true);
        if (left.validatedAt.getTime() !== right.validatedAt.getTime()) continue;
        const [one, other] = [left, right].map(({ name }) => name.normalize("NFKD").toLowerCase());
        expect((one ?? "") <= (other ?? "")).toBe(true);
      }
    }),
  );
});

test("two integrations of the same name have one order", () => {
  const one = {
    designation: "prime",
    validatedAt: new Date(0),
    name: "Numbers",
    integrationId: "a",
  } as const;
  const other = { ...one, integrationId: "b" };
  expect(compareListings(one, other)).toBe(-1);
  expect(compareListings(other, one)).toBe(1);
  expect(compareListings(one, one)).toBe(0);
});
