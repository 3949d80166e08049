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

/** Reads `{companyid, id}`, or `{id}` or the id alone where the context knows the company of that address (INF). */
export function readAddressLink(
  json: unknown,
  path: string,
  context: WriteContext,
): Read<StoredAddressLink> {
  if (typeof json === "number") {
    const alone = readId(json, path);
    return "value" in alone ? ownedAddress(alone.value, path, context) : alone;
  }
  if (!isJsonObject(json))
    return refuse(
      path,
      "wrong-type",
      `Expected the id of an address, or an object with companyid and id, found ${arrived(json)}`,
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
    path,
    "not-in-list",
    `Expected the id of an address of one of the companies, found none with ${entry}`,
  );
}
