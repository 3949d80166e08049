import { canonicalJson } from "@slipway/foundation";
import { describe, expect, it } from "vitest";
import { isGroup } from "../field/field.ts";
import { fieldsOf, findField } from "../field/fields-of.ts";
import type { Finding } from "../field/finding.ts";
import type { StoredEntry, StoredValue } from "../field/stored-value.ts";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import { profileNouns } from "../noun/profile-noun.ts";
import type { ProfileRecord } from "../noun/profile-record.ts";
import { linkTargetsOf } from "../profile/link-targets-of.ts";
import { tenantA, tenantB } from "../tenant/tenant.world.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { EntryChanges, FieldWrite } from "../value/field-write.ts";
import { fromWire } from "../value/from-wire.ts";
import { toWire } from "../value/to-wire.ts";
import { isEntries } from "../value/stored-shapes.ts";
import { seedProfiles } from "./seed-profiles.ts";

const seeded = [...seedProfiles(1, tenantA)];
const seededB = [...seedProfiles(1, tenantB)];

function of(
  noun: ProfileNoun,
  profiles: readonly ProfileRecord[] = seeded,
): readonly ProfileRecord[] {
  return profiles.filter((profile) => profile.noun === noun);
}

// The fields whose value is not given back as it is stored; documents are not writable in JSON.
function misfitsOf({ noun, id, doc }: ProfileRecord, tenant: Tenant): readonly string[] {
  const context = { tenant, owner: { noun, id }, linkText: () => "x", addressText: () => "y" };
  return Object.entries(doc).flatMap(([fieldId, stored]) => {
    const field = findField(noun, fieldId, tenant);
    if (field === undefined) return [`${noun}.${fieldId} is no field`];
    const json = toWire(field, stored, context);
    if (field.type === "file" && json !== undefined) return [];
    const read = fromWire(field, json, context);
    const back = "value" in read && isGroup(field) ? entriesOf(read.value) : valueOf(read);
    return canonicalJson(back ?? null) === canonicalJson(stored)
      ? []
      : [`${noun}.${fieldId} of ${id}`];
  });
}

function valueOf(read: FieldWrite | readonly Finding[]): StoredValue | undefined {
  return "value" in read ? (read.value as StoredValue | undefined) : undefined;
}

function entriesOf(changes: FieldWrite["value"]): readonly StoredEntry[] {
  return (changes as readonly EntryChanges[]).map(({ entry, children }) => ({
    ...(children as object),
    entry: entry ?? 0,
  }));
}

function textOf(stored: StoredValue | undefined): string {
  return canonicalJson(stored ?? null);
}

describe("seed profiles", () => {
  it("are the same bytes for the same seed and others for another", () => {
    const bytes = JSON.stringify(seeded);
    expect(JSON.stringify([...seedProfiles(1, tenantA)])).toBe(bytes);
    expect(JSON.stringify([...seedProfiles(2, tenantA)])).not.toBe(bytes);
    expect(JSON.stringify(seededB)).not.toBe(bytes);
  });

  it("are enough: 500 people, 40 jobs, 8 companies, 1,000 workflows in each tenant", () => {
    const least = { people: 500, jobs: 40, companies: 8, applicantworkflows: 1_000 };
    for (const profiles of [seeded, seededB]) {
      for (const noun of profileNouns) {
        expect(of(noun, profiles).length).toBeGreaterThanOrEqual(least[noun]);
      }
    }
  });

  it("give each profile of a type an id of its own, rising", () => {
    for (const noun of profileNouns) {
      const ids = of(noun).map((profile) => profile.id);
      expect(ids).toStrictEqual([...new Set(ids)].toSorted((one, other) => one - other));
    }
  });

  it("give each collection entry a number that no other entry of the tenant has", () => {
    const numbers = seeded.flatMap(({ doc }) =>
      Object.values(doc).flatMap((stored) =>
        isEntries(stored) ? stored.map(({ entry }) => entry) : [],
      ),
    );
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it("have workflows in every status, one per person and job", () => {
    for (const [tenant, profiles] of [
      [tenantA, seeded],
      [tenantB, seededB],
    ] as const) {
      const workflows = of("applicantworkflows", profiles);
      const used = new Set(workflows.map(({ doc }) => doc.status));
      expect(used).toStrictEqual(new Set(tenant.settings.statuses.map(({ id }) => id)));
      const pairs = new Set(
        workflows.map(({ doc }) => `${textOf(doc.baseprofile)} ${textOf(doc.associatedprofile)}`),
      );
      expect(pairs.size).toBe(workflows.length);
    }
  });

  it("leave about 15 in 100 without optional fields", () => {
    const people = of("people");
    const sparse = people.filter(
      ({ doc }) => doc.phones === undefined && doc.addresses === undefined,
    );
    expect((100 * sparse.length) / people.length).toBeGreaterThan(10);
    expect((100 * sparse.length) / people.length).toBeLessThan(20);
  });

  it("hold in every profile only values that its fields would take and give back", () => {
    const misfits = [
      ...seeded.flatMap((profile) => misfitsOf(profile, tenantA)),
      ...seededB.flatMap((profile) => misfitsOf(profile, tenantB)),
    ];
    expect(misfits).toStrictEqual([]);
  });

  it("link only to profiles and addresses that come before them", () => {
    const seen = new Set<string>();
    for (const { noun, id, doc } of seeded) {
      const { profiles, addresses } = linkTargetsOf(doc, fieldsOf(noun, tenantA));
      for (const { target, id: linked } of profiles) expect(seen).toContain(`${target} ${linked}`);
      for (const { companyId, entry } of addresses)
        expect(seen).toContain(`companies ${companyId} ${entry}`);
      seen.add(`${noun} ${id}`);
      if (noun === "companies" && doc.addresses !== undefined && isEntries(doc.addresses)) {
        for (const { entry } of doc.addresses) seen.add(`companies ${id} ${entry}`);
      }
    }
    expect(seen.size).toBeGreaterThan(1_600);
  });

  it.each([
    [
      "people",
      "addresses email firstname gender lastname phones salary startdate workexperience skillset licensecertification education middlename source sourcename usssn",
    ],
    [
      "jobs",
      "joblocation jobtitle numberofpositions positioncategory folder positiontype additionallocations overview responsibilities qualifications assessmenttype jobtype hiringmanager experienceyears education duedate enddate startdate",
    ],
    ["companies", "name folder addresses"],
    ["applicantworkflows", "baseprofile associatedprofile status source sourcename"],
  ] as const)("have values of %s in every field that clients ask for (CLI)", (noun, ids) => {
    const filled = new Set(of(noun).flatMap(({ doc }) => Object.keys(doc)));
    expect(ids.split(" ").filter((id) => !filled.has(id))).toStrictEqual([]);
  });

  it("have jobs that are posted, no longer posted, and never posted", () => {
    const states = of("jobs").map(({ doc }) => [doc.jobpoststart, doc.jobpostend].map(Boolean));
    for (const state of [
      [true, false],
      [true, true],
      [false, false],
    ])
      expect(states).toContainEqual(state);
    expect(states).not.toContainEqual([false, true]);
  });

  it("write names in many scripts", () => {
    const names = of("people")
      .map(({ doc }) => `${textOf(doc.firstname)} ${textOf(doc.lastname)}`)
      .join(" ");
    for (const script of [
      "Latin",
      "Greek",
      "Cyrillic",
      "Arabic",
      "Hebrew",
      "Han",
      "Hiragana",
      "Hangul",
      "Devanagari",
      "Thai",
      "Georgian",
    ]) {
      expect(names).toMatch(new RegExp(`\\p{Script=${script}}`, "u"));
    }
  });

  it("keep to example.test, fictional telephone numbers and government ids that nobody has", () => {
    const everything = JSON.stringify(seeded);
    for (const [address] of everything.matchAll(/[\w.]+@[\w.]+/g))
      expect(address).toMatch(/@example\.test$/);
    for (const [, phone = ""] of everything.matchAll(/"phonenumber":"([^"]*)"/g)) {
      expect(phone).toMatch(/^(\d{3}-555-01\d\d|020 7946 0\d{3}|030 23125 \d{3})$/);
    }
    const numbers = [...everything.matchAll(/"usssn":"([^"]*)"/g)].map(([, number = ""]) => number);
    expect(numbers.length).toBeGreaterThan(100);
    for (const number of numbers) expect(number).toMatch(/^(000-\d\d-\d{4}|9\d\d-00-\d{4})$/);
  });
});
