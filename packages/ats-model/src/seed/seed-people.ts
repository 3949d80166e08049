import type { ProfileDoc, StoredEntry, StoredValue } from "../field/stored-value.ts";
import type { ProfileRecord } from "../noun/profile-record.ts";
import type { Random } from "../random/random.ts";
import { seedBackground } from "./seed-background.ts";
import { seedCustomValues } from "./seed-custom-values.ts";
import { nameScripts } from "./seed-names.ts";
import type { Place } from "./seed-places.ts";
import { places } from "./seed-places.ts";
import type { SeedWorld } from "./seed-world.ts";
import { filledDoc, risingIds, seedDate, seedRecord, sparsePercent } from "./seed-world.ts";

/** The people of a tenant: those who hire, and those who apply. */
export interface SeedPeople {
  readonly staff: readonly ProfileRecord[];
  readonly candidates: readonly ProfileRecord[];
}

const staffCount = 24;
const candidateCount = 526;

/** People with names in many scripts; every seventh candidate or so lacks the optional fields. */
export function seedPeople(world: SeedWorld): SeedPeople {
  const random = world.random("people");
  const takeId = risingIds(random, 2_000);
  const person = (isStaff: boolean): ProfileRecord => {
    const id = takeId();
    const sparse = !isStaff && random.chance(sparsePercent);
    const doc = {
      ...nameOf(id, isStaff, random),
      ...(sparse ? {} : optionalValues(world, isStaff, random)),
    };
    return seedRecord({ noun: "people", id }, doc, random);
  };
  return {
    staff: Array.from({ length: staffCount }, () => person(true)),
    candidates: Array.from({ length: candidateCount }, () => person(false)),
  };
}

function nameOf(id: number, isStaff: boolean, random: Random): ProfileDoc {
  const names = random.pick(nameScripts);
  return {
    firstname: random.pick(names.given),
    lastname: random.pick(names.family),
    email: `${isStaff ? "staff" : "candidate"}.${id}@example.test`,
    folder: isStaff
      ? random.pick(["D32011", "D32012"])
      : random.pick(["D32006", "D32007", "D32008", "D32013", "D32018"]),
    ...(random.chance(30) && names.middle !== undefined
      ? { middlename: random.pick(names.middle) }
      : {}),
  };
}

function optionalValues(world: SeedWorld, isStaff: boolean, random: Random): ProfileDoc {
  const place = random.pick(places);
  return filledDoc({
    addresses: [homeAddress(place, world, random)],
    phones: phones(place, world, random),
    ...(isStaff ? {} : candidateValues(world, random)),
    ...seedCustomValues(world, "people", random),
  });
}

function candidateValues(
  world: SeedWorld,
  random: Random,
): Readonly<Record<string, StoredValue | undefined>> {
  return {
    gender: random.chance(70) ? random.pick(["Female", "Male"]) : undefined,
    startdate: seedDate(200 + random.below(120)),
    hiredate: random.chance(25) ? seedDate(180 + random.below(100)) : undefined,
    salary: {
      amount: 30_000 + 500 * random.below(140),
      currency: random.pick(["USD", "EUR"]),
      timeframe: "Yearly",
    },
    source: random.pick(["Career Site", "Referral", "Job Board", "Other (Please Specify)"]),
    sourcename: random.pick(["Spring fair", "Alumni list", "Board posting"]),
    // Shapes that no office ever gave out: area 000, and group 00 under 9xx.
    usssn: random.chance(60) ? invalidSocialSecurityNumber(random) : undefined,
    birthdate: `${1962 + random.below(40)}-0${1 + random.below(9)}-${10 + random.below(18)}`,
    drivinglicensestate: random.chance(40) ? "D41001024" : undefined,
    drivinglicensenumber: random.chance(40) ? `TEST-${100_000 + random.below(900_000)}` : undefined,
    externalid: random.chance(50) ? `EXT-${random.below(1_000_000)}` : undefined,
    resume: random.chance(60)
      ? {
          fileName: "résumé.pdf",
          contentType: "application/pdf",
          bytes: 20_000 + random.below(200_000),
        }
      : undefined,
    ...seedBackground(world, random),
  };
}

function invalidSocialSecurityNumber(random: Random): string {
  const serial = String(random.below(10_000)).padStart(4, "0");
  return random.chance(50)
    ? `000-${10 + random.below(80)}-${serial}`
    : `9${10 + random.below(90)}-00-${serial}`;
}

function homeAddress(place: Place, world: SeedWorld, random: Random): StoredEntry {
  return {
    entry: world.takeEntry(),
    addresstype: "D84002",
    addressstreet1: `${1 + random.below(180)} ${place.street}`,
    addresscity: place.city,
    addresszip: place.zip,
    addresscountry: place.country,
    ...(place.state === undefined ? {} : { addressstate: place.state }),
    ...(random.chance(20) ? { addressstreet2: `Apt ${1 + random.below(40)}` } : {}),
    primary: true,
  };
}

function phones(place: Place, world: SeedWorld, random: Random): readonly StoredEntry[] {
  const types = random.sample(["D83001", "D83002", "D83003", "D83005"], 1 + random.below(2));
  return types.map((phonetype) => ({
    entry: world.takeEntry(),
    phonetype,
    phonenumber: place.phone.replaceAll("#", () => String(random.below(10))),
    ...(phonetype === "D83002" ? { phoneextension: String(1 + random.below(99)) } : {}),
  }));
}
