import type { StoredEntry, StoredValue } from "../field/stored-value.ts";
import type { Random } from "../random/random.ts";
import type { SeedWorld } from "./seed-world.ts";
import { seedDate, someNode } from "./seed-world.ts";

/** What a candidate has learnt and done: education, work, licences, skills. */
export function seedBackground(
  world: SeedWorld,
  random: Random,
): Readonly<Record<string, StoredValue | undefined>> {
  return {
    education: random.chance(80) ? [education(world, random)] : undefined,
    workexperience: random.chance(75) ? work(world, random) : undefined,
    licensecertification: random.chance(25) ? [licence(world, random)] : undefined,
    skillset: random.chance(60) ? [skill(world, random)] : undefined,
  };
}

function education(world: SeedWorld, random: Random): StoredEntry {
  return entryOf(world, {
    school: someNode(world, "lists.school", random),
    major: someNode(world, "lists.major", random),
    degree: someNode(world, "lists.degree", random),
    graduationdate: seedDate(-400 - random.below(5_000)),
    educationcity: random.pick(["Boston", "Montréal", "Berlin", "Αθήνα"]),
  });
}

function work(world: SeedWorld, random: Random): readonly StoredEntry[] {
  return Array.from({ length: 1 + random.below(3) }, (_, index) =>
    entryOf(world, {
      worktitle: random.pick(["Clerk", "Welder", "Analyst", "Shift Lead", "Pflegefachkraft"]),
      workemployer: random.pick(["Quarry & Sons", "Blue Lantern", "Atelier Moulin", "Depot Nine"]),
      workcity: random.pick(["Albany", "London", "Berlin"]),
      workstartdate: seedDate(-900 * (index + 1) - random.below(300)),
      workenddate: index === 0 ? undefined : seedDate(-900 * index - random.below(100)),
      workdescription: random.pick([
        "Kept the night shift running.",
        "Planned routes & loads.",
        'Closed the books "early".',
      ]),
    }),
  );
}

function licence(world: SeedWorld, random: Random): StoredEntry {
  return entryOf(world, {
    licensetype: random.pick(["Forklift", "First Aid", "Crane"]),
    licensenumber: `TEST-${random.below(100_000)}`,
    stateissued: someNode(world, "lists.state", random),
    licensecertstatus: someNode(world, "lists.license_status", random),
  });
}

function skill(world: SeedWorld, random: Random): StoredEntry {
  return entryOf(world, {
    skill: someNode(world, "lists.skills", random),
    skilllevel: random.pick(["Beginner", "Advanced", "Expert"]),
  });
}

function entryOf(
  world: SeedWorld,
  children: Readonly<Record<string, string | undefined>>,
): StoredEntry {
  const filled = Object.entries(children).filter(
    (one): one is [string, string] => one[1] !== undefined,
  );
  return { ...Object.fromEntries(filled), entry: world.takeEntry() };
}
