import { unreachable } from "@slipway/foundation";
import type { StoredValue } from "../field/stored-value.ts";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import type { Random } from "../random/random.ts";
import type { CustomField } from "../tenant/custom-field.ts";
import { listNodes } from "../tenant/list-nodes.ts";
import type { SeedWorld } from "./seed-world.ts";
import { seedDate, someNode } from "./seed-world.ts";

/** Values for a tenant's own fields; most are filled. */
export function seedCustomValues(
  world: SeedWorld,
  noun: ProfileNoun,
  random: Random,
): Readonly<Record<string, StoredValue | undefined>> {
  const own = world.tenant.settings.customFields.filter((field) => field.noun === noun);
  return Object.fromEntries(
    own.map((field) => [field.id, random.chance(80) ? valueOf(field, world, random) : undefined]),
  );
}

function valueOf(field: CustomField, world: SeedWorld, random: Random): StoredValue | undefined {
  const list = field.list ?? "";
  switch (field.type) {
    case "text":
      return `${field.label.slice(0, 3).toUpperCase()}-${random.below(100_000)}`;
    case "number":
      return 1 + random.below(12);
    case "decimal":
      return random.below(1_000) / 10;
    case "date":
      return seedDate(random.below(300));
    case "date-time":
      return `${seedDate(random.below(300))}T14:30:00.000Z`;
    case "boolean":
      return random.chance(50);
    case "dropdown-single":
      return field.list === undefined
        ? random.pick(["Yes", "No"])
        : random.pick(listNodes(world.tenant.settings, list)).value;
    case "list-single":
      return someNode(world, list, random);
    case "list-multiple": {
      const ids = listNodes(world.tenant.settings, list).map((node) => node.id);
      return random.sample(ids, 1 + random.below(2));
    }
    // Links are set where the profile linked to exists already.
    case "person-link":
    case "job-link":
      return undefined;
    default:
      return unreachable(field.type);
  }
}
