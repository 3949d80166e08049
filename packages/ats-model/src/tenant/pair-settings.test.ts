import fc from "fast-check";
import { labelOf } from "../label/label-of.ts";
import { describe, expect, it } from "vitest";
import type { ListNode } from "./list-node.ts";
import { listNodes, workflowStatusList } from "./list-nodes.ts";
import { pairSettings } from "./pair-settings.ts";
import type { TenantSettings } from "./tenant.ts";
import { fieldsOf } from "../field/fields-of.ts";
import { isGroup } from "../field/field.ts";
import { profileNouns } from "../noun/profile-noun.ts";

function nodesOf({ lists, statuses }: TenantSettings): readonly ListNode[] {
  return [...Object.values(lists).flat(), ...statuses];
}

function customIds(settings: TenantSettings): readonly string[] {
  return nodesOf(settings)
    .map(({ id }) => id)
    .filter((id) => id.startsWith("C"));
}

function bothOf(seed: number): readonly TenantSettings[] {
  const { a, b } = pairSettings(seed);
  return [a, b];
}

describe("the settings of a sandbox pair", () => {
  it("are the same for the same seed, and other numbers for another", () => {
    expect(pairSettings(7)).toStrictEqual(pairSettings(7));
    expect(customIds(pairSettings(8).a)).not.toStrictEqual(customIds(pairSettings(7).a));
  });

  it("share no customer-made id, custom field or filter number, and give each once", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { a, b } = pairSettings(seed);
        const ids = [...customIds(a), ...customIds(b)];
        const fields = [...a.customFields, ...b.customFields];
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
        expect(new Set(fields.map(({ filterNumber }) => filterNumber)).size).toBe(fields.length);
      }),
    );
  });

  it("share the system statuses, under different texts", () => {
    const { a, b } = pairSettings(7);
    for (const id of ["D10100", "D10103", "D10105"]) {
      const [inA, inB] = [a, b].map(
        ({ statuses }) => statuses.find((status) => status.id === id)?.value,
      );
      expect(inA).toBeDefined();
      expect(inB).toBeDefined();
      expect(inA).not.toBe(inB);
    }
  });

  it("both have a status for each step of an assessment", () => {
    for (const { statuses } of bothOf(7)) {
      const purposes = statuses.map(({ purpose }) => purpose);
      expect(purposes).toStrictEqual(
        expect.arrayContaining([
          "submitted",
          "send-assessment",
          "assessment-in-progress",
          "assessment-complete",
          "hired",
          "rejected",
        ]),
      );
    }
  });

  it("differ in labels and time zone", () => {
    const { a, b } = pairSettings(7);
    expect(a.timeZone).not.toBe(b.timeZone);
    const shared = Object.keys(a.labels).filter((key) => Object.hasOwn(b.labels, key));
    expect(shared).not.toHaveLength(0);
    for (const key of shared) expect(a.labels[key]).not.toBe(b.labels[key]);
  });

  it("have nodes for every list that a field names, each text once", () => {
    for (const settings of bothOf(7)) {
      const fields = profileNouns.flatMap((noun) => fieldsOf(noun, { settings }));
      const lists = fields
        .flatMap((field) => (isGroup(field) ? field.children : [field]))
        .flatMap((field) => ("list" in field && field.list !== undefined ? [field.list] : []));
      expect(lists).toContain(workflowStatusList);
      for (const list of lists) {
        const texts = listNodes(settings, list).map(({ value }) => value);
        expect(texts).not.toHaveLength(0);
        expect(new Set(texts).size).toBe(texts.length);
      }
    }
  });

  it("name only labels of fields that exist", () => {
    for (const settings of bothOf(7)) {
      for (const key of Object.keys(settings.labels))
        expect(labelOf({ settings }, key)).toBe(settings.labels[key]);
    }
  });
});
