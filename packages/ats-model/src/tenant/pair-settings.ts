import type { Random } from "../random/random.ts";
import { createRandom, seedFor } from "../random/random.ts";
import type { CustomField } from "./custom-field.ts";
import type { ListNode, StatusNode } from "./list-node.ts";
import { workflowBinList } from "./list-nodes.ts";
import type { TenantCharacter } from "./pair-characters.ts";
import { pairCharacters } from "./pair-characters.ts";
import { systemLists } from "./system-lists.ts";
import type { TenantSettings } from "./tenant.ts";
import { defaultSwitches } from "./vendor-switches.ts";

/** The settings of a sandbox's two tenants. */
export interface PairSettings {
  readonly a: TenantSettings;
  readonly b: TenantSettings;
}

/**
 * Settings for a sandbox pair, the same for the same seed. The two differ in labels, in ids and texts of customer-made
 * statuses and list nodes, in custom fields and in time zone, so that a value hard-coded against one fails against the
 * other; system nodes (`D…`) keep their ids in both, as in the real ATS. Numbers also differ from seed to seed.
 */
export function pairSettings(seed: number): PairSettings {
  const random = createRandom(seedFor(seed, "pair-settings"));
  // Even numbers for one tenant, odd ones for the other: no customer-made id is ever shared.
  return {
    a: settingsOf(pairCharacters.a, createNumbers(random, 0)),
    b: settingsOf(pairCharacters.b, createNumbers(random, 1)),
  };
}

/** Gives out ids that rise in uneven steps and keep their parity. */
interface Numbers {
  readonly node: () => string;
  readonly field: () => number;
  readonly filter: () => number;
}

function createNumbers(random: Random, parity: 0 | 1): Numbers {
  const rising = (start: number): (() => number) => {
    let last = start + 2 * random.below(2_000) + parity;
    return () => (last += 2 * (1 + random.below(40)));
  };
  const node = rising(10_000);
  return { node: () => `C${node()}`, field: rising(20_000), filter: rising(2_000) };
}

function settingsOf(character: TenantCharacter, numbers: Numbers): TenantSettings {
  const customLists = Object.fromEntries(
    Object.entries(character.customLists).map(([name, texts]) => [
      name,
      customNodes(texts, numbers),
    ]),
  );
  const bins = binsOf(character, numbers);
  return {
    labels: character.labels,
    statuses: statusesOf(character, bins, numbers),
    lists: { ...systemLists, ...customLists, [workflowBinList]: bins },
    customFields: character.customFields.map((field): CustomField => {
      return { ...field, id: `field${numbers.field()}`, filterNumber: numbers.filter() };
    }),
    timeZone: character.timeZone,
    requiredFields: {
      people: ["firstname", "lastname", "email"],
      jobs: ["jobtitle"],
      companies: ["name"],
      applicantworkflows: ["baseprofile", "associatedprofile"],
    },
    hiddenFields: { people: [], jobs: [], companies: [], applicantworkflows: [] },
    requestQuota: 10_000,
    switches: defaultSwitches,
  };
}

// The last text of a list marked with a trailing asterisk in the character is a node no longer offered.
function customNodes(texts: readonly string[], numbers: Numbers): readonly ListNode[] {
  return texts.map((text) => {
    const id = numbers.node();
    return text.endsWith("*")
      ? { id, value: text.slice(0, -1), hidden: true }
      : { id, value: text };
  });
}

function binsOf(character: TenantCharacter, numbers: Numbers): readonly ListNode[] {
  const texts = new Set(character.statuses.map(({ bin }) => bin));
  return [...texts].map((value) => ({ id: numbers.node(), value }));
}

function statusesOf(
  character: TenantCharacter,
  bins: readonly ListNode[],
  numbers: Numbers,
): readonly StatusNode[] {
  const binIds = new Map(bins.map(({ id, value }) => [value, id]));
  return character.statuses.map(({ id, value, bin, purpose }) => {
    const binId = binIds.get(bin);
    return {
      id: id ?? numbers.node(),
      value,
      purpose,
      ...(binId === undefined ? {} : { bin: binId }),
    };
  });
}
