import type { StoredEntry } from "../field/stored-value.ts";
import type { ProfileRecord } from "../noun/profile-record.ts";
import type { Place } from "./seed-places.ts";
import { places } from "./seed-places.ts";
import type { SeedWorld } from "./seed-world.ts";
import { filledDoc, risingIds, seedRecord } from "./seed-world.ts";

const names = [
  "North Quay",
  "Old Mill",
  "Harbour",
  "Orchard",
  "Cedar Bend",
  "Moulin",
  "Lantern Court",
  "Lindenhof",
  "Depot Ten",
];

/** Nine companies with one or two addresses each; the last has an address of a country alone, as one was recorded (PAY). */
export function seedCompanies(world: SeedWorld): readonly ProfileRecord[] {
  const random = world.random("companies");
  const takeId = risingIds(random, 1_800);
  return names.map((name, index) => {
    const id = takeId();
    const place = places[index];
    const doc = filledDoc({
      name: `${name} Site`,
      folder: index === 5 ? "D33002" : "D33001",
      addresses: place === undefined ? bareAddress(world) : addressesAt(world, place, index),
      email: place && `site.${id}@example.test`,
      externalid: place && `LOC-${id}`,
    });
    return seedRecord({ noun: "companies", id }, doc, random);
  });
}

function addressesAt(world: SeedWorld, place: Place, index: number): readonly StoredEntry[] {
  const first = { ...companyAddress(place, 10 + index), entry: world.takeEntry(), primary: true };
  if (index % 3 !== 0) return [first];
  return [
    first,
    { ...companyAddress(place, 210 + index), entry: world.takeEntry(), primary: false },
  ];
}

function companyAddress(place: Place, houseNumber: number): Omit<StoredEntry, "entry"> {
  return {
    addresstype: "D84001",
    addressstreet1: `${houseNumber} ${place.street}`,
    addresscity: place.city,
    addresszip: place.zip,
    addresscountry: place.country,
    ...(place.state === undefined ? {} : { addressstate: place.state }),
    ...(place.county === undefined ? {} : { addresscounty: place.county }),
  };
}

function bareAddress(world: SeedWorld): readonly StoredEntry[] {
  return [{ entry: world.takeEntry(), addresscountry: "D41006" }];
}
