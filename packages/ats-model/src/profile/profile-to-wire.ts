import type { Json, JsonObject } from "@slipway/foundation";
import { unreachable } from "@slipway/foundation";
import type { Field } from "../field/field.ts";
import type { StoredValue } from "../field/stored-value.ts";
import { linksOf } from "../links/links-of.ts";
import type { ProfileRecord } from "../noun/profile-record.ts";
import { toWire } from "../value/to-wire.ts";
import type { WireContext } from "../value/wire-context.ts";

/**
 * A whole profile as vendor JSON: the fields asked for that have a value, and `links`, which is always there (PAY). The status
 * log is not part of the record; who has it adds it.
 */
export function profileToWire(
  profile: ProfileRecord,
  fields: readonly Field[],
  context: Omit<WireContext, "owner">,
): JsonObject {
  const owned = { ...context, owner: profile };
  const members = fields.flatMap((field): readonly (readonly [string, Json])[] => {
    const json = toWire(field, storedOf(profile, field), owned);
    return json === undefined ? [] : [[field.id, json]];
  });
  const links = linksOf(context.tenant, profile, profile.doc).map((link) => ({ ...link }));
  return { ...Object.fromEntries(members), links };
}

/** The stored value of a field, wherever it is kept; undefined when empty. */
export function storedOf(profile: ProfileRecord, field: Field): StoredValue | undefined {
  switch (field.system) {
    case undefined:
      return Object.hasOwn(profile.doc, field.id) ? profile.doc[field.id] : undefined;
    case "id":
      return profile.id;
    case "created-at":
      return profile.createdAt.toISOString();
    case "updated-at":
      return profile.updatedAt.toISOString();
    case "status-log":
      return undefined;
    default:
      return unreachable(field.system);
  }
}
