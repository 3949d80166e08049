import type { ProfileDoc } from "../field/stored-value.ts";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import type { ProfileRecord } from "../noun/profile-record.ts";
import type { Random } from "../random/random.ts";
import { createRandom, seedFor } from "../random/random.ts";
import type { ListNode } from "../tenant/list-node.ts";
import { listNodes } from "../tenant/list-nodes.ts";
import type { Tenant } from "../tenant/tenant.ts";

/** What making seed profiles of one tenant needs. */
export interface SeedWorld {
  readonly tenant: Pick<Tenant, "customerId" | "settings">;
  /** A sequence for one part, independent of the others. */
  readonly random: (part: string) => Random;
  /** The next number of a collection entry; unique within the tenant. */
  readonly takeEntry: () => number;
}

/** A world for a tenant: the same seed and tenant give the same world. */
export function createSeedWorld(
  seed: number,
  tenant: Pick<Tenant, "customerId" | "settings">,
): SeedWorld {
  const ownSeed = seedFor(seed, `tenant ${tenant.customerId}`);
  let lastEntry = 400 + createRandom(seedFor(ownSeed, "entries")).below(1_000);
  return {
    tenant,
    random: (part) => createRandom(seedFor(ownSeed, part)),
    takeEntry: () => (lastEntry += 1),
  };
}

/** Gives out rising system ids with gaps, as a tenant that has been in use shows them. */
export function risingIds(random: Random, start: number): () => number {
  let last = start + random.below(200);
  return () => (last += 1 + random.below(3));
}

/** The id of some node of a list that is still offered; undefined when the tenant has none. */
export function someNode({ tenant }: SeedWorld, list: string, random: Random): string | undefined {
  const offered = listNodes(tenant.settings, list).filter((node: ListNode) => node.hidden !== true);
  return offered.length === 0 ? undefined : random.pick(offered).id;
}

/** A document without its empty members. */
export function filledDoc(
  members: Readonly<Record<string, ProfileDoc[string] | undefined>>,
): ProfileDoc {
  return Object.fromEntries(
    Object.entries(members).filter(
      (one): one is [string, ProfileDoc[string]] => one[1] !== undefined,
    ),
  );
}

/** `yyyy-MM-dd`, that many days after the day on which the seed's time begins. */
export function seedDate(day: number): string {
  return new Date(seedEpochMs + day * dayMs).toISOString().slice(0, 10);
}

/** A profile with the stamps of a life that began in the seed's first months. */
export function seedRecord(
  { noun, id }: { readonly noun: ProfileNoun; readonly id: number },
  doc: ProfileDoc,
  random: Random,
): ProfileRecord {
  const createdMs = seedEpochMs + random.below(200) * dayMs + random.below(1_440) * minuteMs;
  const updatedMs = createdMs + random.below(90) * dayMs + random.below(1_440) * minuteMs;
  return { noun, id, doc, createdAt: new Date(createdMs), updatedAt: new Date(updatedMs) };
}

const minuteMs = 60_000;
const dayMs = 86_400_000;
// A fixed beginning, so that the seed is the same on any day.
const seedEpochMs = Date.UTC(2025, 0, 6);

/** How many in a hundred profiles lack their optional fields. */
export const sparsePercent = 15;
