import {
  addressTextOf,
  displayTextOf,
  isProfileNoun,
  linkTargetsOf,
  profileToWire,
  storedOf,
  toWire,
  type Field,
  type ProfileDoc,
  type ProfileRef,
  type StoredAddressLink,
  type WireContext,
} from "@slipway/ats-model";
import type { Json, JsonObject } from "@slipway/foundation";

import { statusLogWire } from "../applicant-workflow/status-log.wire.ts";
import { linkedKey, type LinkedProfile } from "./load-linked-profile.ts";
import { loadDocuments, type StoredProfile } from "./profile.store.ts";
import type { Reading } from "./reading.ts";

/** A profile as vendor JSON with these fields and its `links`; loads what its links show, where it has any. */
export async function profileWire(
  reading: Reading,
  profile: LinkedProfile,
  fields: readonly Field[],
): Promise<JsonObject> {
  const wire = profileToWire(profile, fields, await linkTexts(reading, profile, fields));
  const log = fields.find((field) => field.system === "status-log");
  if (log === undefined) return wire;
  const entries = await statusLogWire(reading, profile.id);
  return entries.length === 0 ? wire : { ...wire, [log.id]: entries };
}

/** One field as vendor JSON; undefined when it is empty. */
export async function fieldWire(
  reading: Reading,
  profile: StoredProfile,
  field: Field,
): Promise<Json | undefined> {
  if (field.system === "status-log") {
    const entries = await statusLogWire(reading, profile.id);
    return entries.length === 0 ? undefined : entries;
  }
  const texts = await linkTexts(reading, profile, [field]);
  return toWire(field, storedOf(profile, field), { ...texts, owner: profile });
}

/** The texts that these fields of a profile show for what they link to. */
export async function linkTexts(
  { store, tenant }: Reading,
  profile: LinkedProfile,
  fields: readonly Field[],
): Promise<Omit<WireContext, "owner">> {
  const targets = linkTargetsOf(profile.doc, fields);
  if (targets.profiles.length === 0 && targets.addresses.length === 0)
    return { tenant, linkText: nothing, addressText: nothing };
  const refs = [
    ...targets.profiles.flatMap(({ target, id }): readonly ProfileRef[] =>
      isProfileNoun(target) ? [{ noun: target, id }] : [],
    ),
    ...targets.addresses.map(companyOf),
  ];
  const known = profile.linked ?? new Map<string, ProfileDoc | undefined>();
  const unknown = refs.filter((ref) => !known.has(linkedKey(ref)));
  const loaded = await loadDocuments(store, distinct(unknown));
  const docs = new Map([...known, ...loaded.map((one) => [linkedKey(one), one.doc] as const)]);
  return {
    tenant,
    linkText: (target, id) => {
      if (!isProfileNoun(target)) return undefined;
      const doc = docs.get(linkedKey({ noun: target, id }));
      return doc && displayTextOf(target, doc);
    },
    addressText: (link) => {
      const doc = docs.get(linkedKey(companyOf(link)));
      return doc && addressTextOf(doc, link.entry, tenant);
    },
  };
}

function nothing(): undefined {
  return undefined;
}

function companyOf({ companyId }: StoredAddressLink): ProfileRef {
  return { noun: "companies", id: companyId };
}

function distinct(refs: readonly ProfileRef[]): readonly ProfileRef[] {
  return [...new Map(refs.map((ref) => [linkedKey(ref), ref])).values()];
}
