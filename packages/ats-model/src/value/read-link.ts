import type { StoredAddressLink } from "../field/stored-value.ts";
import { readId } from "./read-number.ts";
import type { Read } from "./read-result.ts";
import { arrived, isJsonObject, member, refuse } from "./read-result.ts";
import type { WriteContext } from "./wire-context.ts";

/** Reads a link to a profile: a bare id, or an object with `id` (DOC). Whether the profile exists is the caller's to check. */
export function readLink(json: unknown, path: string): Read<number> {
  if (typeof json === "number") return readId(json, path);
  if (!isJsonObject(json)) {
    return refuse(
      path,
      "wrong-type",
      `Expected a system id, or an object with id, found ${arrived(json)}`,
    );
  }
  return readId(member(json, "id"), `${path}.id`);
}

/** Reads `{companyid, id}`, or `{id}` alone where the context knows the company of that address (INF). */
export function readAddressLink(
  json: unknown,
  path: string,
  context: WriteContext,
): Read<StoredAddressLink> {
  if (!isJsonObject(json))
    return refuse(
      path,
      "wrong-type",
      `Expected an object with companyid and id, found ${arrived(json)}`,
    );
  const entry = readId(member(json, "id"), `${path}.id`);
  if (!("value" in entry)) return entry;
  const named = member(json, "companyid");
  if (named === undefined) return ownedAddress(entry.value, path, context);
  const companyId = readId(named, `${path}.companyid`);
  return "value" in companyId
    ? { value: { companyId: companyId.value, entry: entry.value } }
    : companyId;
}

function ownedAddress(
  entry: number,
  path: string,
  { companyOfAddress }: WriteContext,
): Read<StoredAddressLink> {
  const companyId = companyOfAddress?.(entry);
  if (companyId !== undefined) return { value: { companyId, entry } };
  return refuse(
    `${path}.companyid`,
    "value-required",
    `Expected companyid beside id, for no company is known to have address ${entry}`,
  );
}
