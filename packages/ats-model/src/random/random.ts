/** A source of numbers that gives the same sequence for the same seed. Not for secrets. */
export interface Random {
  /** A whole number from 0 up to, not including, `limit`. */
  readonly below: (limit: number) => number;
  /** True in `percent` of 100 draws. */
  readonly chance: (percent: number) => boolean;
  /** One of the items; throws when there is none. */
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** Some of the items, in their order, each at most once. */
  readonly sample: <Item>(items: readonly Item[], count: number) => readonly Item[];
}

/**
 * Mulberry32: a 32-bit state that moves by a constant and is mixed by multiply and shift. Small, fast and the same on every
 * machine, which is all that seed data asks for.
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number): number => next() % limit;
  return {
    below,
    chance: (percent) => below(100) < percent,
    pick: (items) => itemAt(items, below(items.length)),
    sample: (items, count) => {
      const left = items.map((item, index) => ({ item, index }));
      const taken = Array.from({ length: Math.min(count, items.length) }, () =>
        left.splice(below(left.length), 1),
      ).flat();
      return taken.toSorted((one, other) => one.index - other.index).map(({ item }) => item);
    },
  };
}

function itemAt<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error("Expected at least one item to pick from, found none");
  return item;
}

/** A seed of its own for a named part, so that one part can grow without moving the others. */
export function seedFor(seed: number, part: string): number {
  let hash = (seed ^ 0x811c9dc5) >>> 0;
  for (const character of part)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
