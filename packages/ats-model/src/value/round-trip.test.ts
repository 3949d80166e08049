import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChildField, Field } from "../field/field.ts";
import { isGroup } from "../field/field.ts";
import { fieldsOf } from "../field/fields-of.ts";
import type { StoredChild, StoredEntry, StoredValue } from "../field/stored-value.ts";
import { profileNouns } from "../noun/profile-noun.ts";
import { applyEntryChanges } from "../profile/apply-entry-changes.ts";
import { listNodes } from "../tenant/list-nodes.ts";
import { tenantA } from "../tenant/tenant.world.ts";
import type { EntryChanges } from "./field-write.ts";
import { fromWire } from "./from-wire.ts";
import { timeframes } from "./read-money.ts";
import { toWire } from "./to-wire.ts";
import { wireContext } from "./wire.world.ts";

const text = (max = 60) =>
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength: Math.min(max, 40) })
    .filter((one) => one.isWellFormed() && !one.includes("\0") && Array.from(one).length <= max);
const id = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const day = fc
  .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const amount = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((value) => (value === 0 ? 0 : value));

function nodeId(list: string | undefined) {
  const offered =
    list === undefined
      ? []
      : listNodes(tenantA.settings, list).filter((node) => node.hidden !== true);
  return fc.constantFrom(...offered);
}

function storedChild(field: ChildField): fc.Arbitrary<StoredChild> {
  switch (field.type) {
    case "text":
      return text(field.max);
    case "number":
      return fc.maxSafeInteger();
    case "decimal":
      return amount;
    case "boolean":
      return fc.boolean();
    case "date":
      return day;
    case "date-time":
      return fc
        .tuple(day, fc.nat(23), fc.nat(59))
        .map(
          ([date, hour, minute]) =>
            `${date}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:00.000Z`,
        );
    case "dropdown-single":
      return field.list === undefined ? text() : nodeId(field.list).map((node) => node.value);
    case "dropdown-id":
    case "list-single":
      return nodeId(field.list).map((node) => node.id);
    case "list-multiple":
      return fc.uniqueArray(
        nodeId(field.list).map((node) => node.id),
        { minLength: 1 },
      );
    case "person-link":
    case "job-link":
    case "profile-link":
      return id;
    case "address-link":
      return fc.record({ companyId: id, entry: id }, { noNullPrototype: true });
    case "currency":
      return fc.record(
        { amount, currency: fc.constantFrom("USD", "EUR") },
        { noNullPrototype: true },
      );
    case "salary":
      return fc.record(
        {
          amount,
          currency: fc.constantFrom("USD", "EUR"),
          timeframe: fc.constantFrom(...timeframes),
        },
        { requiredKeys: ["amount", "currency"], noNullPrototype: true },
      );
    case "file":
      return fc.constant({ fileName: "f", contentType: "text/plain", bytes: 1 });
  }
}

const writable = profileNouns
  .flatMap((noun) => fieldsOf(noun, tenantA))
  .filter((field) => field.writable);
const singles = writable.filter((field): field is ChildField => !isGroup(field));

const fieldWithValue: fc.Arbitrary<readonly [Field, StoredValue]> = fc
  .constantFrom(...singles)
  .chain((field) => storedChild(field).map((stored) => [field, stored] as const));

const groupWithEntries = fc.constantFrom(...writable.filter(isGroup)).chain((field) => {
  const members = Object.fromEntries(field.children.map((child) => [child.id, storedChild(child)]));
  const children = fc
    .record(members, { requiredKeys: [], noNullPrototype: true })
    .filter((one) => Object.keys(one).length > 0 && one.primary !== true);
  const entries = fc
    .uniqueArray(children, { minLength: 1, maxLength: 4, selector: (one) => JSON.stringify(one) })
    .map((all) =>
      all.map((one, index): StoredEntry => ({
        ...(one as Readonly<Record<string, StoredChild>>),
        entry: 100 + index,
      })),
    );
  return entries.map((stored) => [field, stored] as const);
});

function throughJson(json: unknown): unknown {
  return JSON.parse(JSON.stringify(json));
}

describe("a value sent out and taken in again", () => {
  it("is the same stored value, for every field that is not a collection", () => {
    fc.assert(
      fc.property(fieldWithValue, ([field, stored]) => {
        const json = throughJson(toWire(field, stored, wireContext()));
        expect(fromWire(field, json, { tenant: tenantA })).toStrictEqual({ value: stored });
      }),
      { numRuns: 1_000 },
    );
  });

  it("is the same collection, whether brought into the old one or, without its numbers, into an empty one", () => {
    fc.assert(
      fc.property(groupWithEntries, ([field, stored]) => {
        const read = fromWire(field, throughJson(toWire(field, stored, wireContext())), {
          tenant: tenantA,
        });
        // Collections are read as entry changes.
        const changes = ("value" in read ? read.value : []) as readonly EntryChanges[];
        const same = applyEntryChanges({ field, entries: stored }, changes, {
          takeEntry: () => 0,
          others: "keep",
        });
        expect(same).toStrictEqual({ entries: stored, touched: stored.map(({ entry }) => entry) });
        let next = 99;
        const anew = changes.map(({ children }) => ({ children }));
        const copied = applyEntryChanges({ field, entries: [] }, anew, {
          takeEntry: () => (next += 1),
          others: "keep",
        });
        expect(copied).toStrictEqual({
          entries: stored,
          touched: stored.map(({ entry }) => entry),
        });
      }),
      { numRuns: 500 },
    );
  });
});
