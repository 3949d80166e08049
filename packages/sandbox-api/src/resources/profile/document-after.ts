import {
  applyProfileWrite,
  isGroup,
  linkTargetsOf,
  missingRequired,
  isProfileNoun,
  type ProfileDoc,
  type ProfileNoun,
  type ProfileRef,
  type ProfileWrite,
  type Tenant,
} from "@slipway/ats-model";

import type { IdBlocks } from "../../ids/id-blocks.ts";
import { accepted, fieldsRequired } from "./profile.problems.ts";

/** A workflow is about a person and a job, whatever a tenant requires besides (DOC). */
const alwaysRequired: Readonly<Partial<Record<ProfileNoun, readonly string[]>>> = {
  applicantworkflows: ["baseprofile", "associatedprofile"],
};

export interface Writing {
  readonly noun: ProfileNoun;
  readonly tenant: Tenant;
  /** Numbers for the entries that the write adds. */
  readonly entries: readonly number[];
}

/** The document as it is after the write; throws when a value does not fit or a required field would stay empty. */
export function documentAfter(
  before: ProfileDoc,
  write: Pick<ProfileWrite, "writes">,
  { noun, tenant, entries }: Writing,
): ProfileDoc {
  const numbers = entries.values();
  const takeEntry = (): number => {
    const { value, done } = numbers.next();
    if (done === true) throw new Error("Expected a number for each new entry, found too few");
    return value;
  };
  const { doc } = accepted(applyProfileWrite(before, write, { tenant, takeEntry }), tenant);
  checkRequired(doc, noun, tenant);
  return doc;
}

/** Throws, all at once, for the required fields that a document leaves empty. */
export function checkRequired(doc: ProfileDoc, noun: ProfileNoun, tenant: Tenant): void {
  const missing = new Set([
    ...(alwaysRequired[noun] ?? []).filter((id) => !Object.hasOwn(doc, id)),
    ...missingRequired(noun, doc, tenant),
  ]);
  if (missing.size > 0) throw fieldsRequired([...missing]);
}

/** Takes a number for each entry that the write may add. */
export async function takeEntries(
  ids: IdBlocks,
  customerId: string,
  { writes }: Pick<ProfileWrite, "writes">,
): Promise<readonly number[]> {
  let count = 0;
  for (const { field, write } of writes) {
    if (!isGroup(field) || !Array.isArray(write.value)) continue;
    count += write.value.filter((change: { entry?: number }) => change.entry === undefined).length;
  }
  return count === 0 ? [] : ids.take(customerId, "entry", count);
}

/** The profiles of our types to which the written fields link: they have to exist. */
export function linkedBy(
  doc: ProfileDoc,
  { writes }: Pick<ProfileWrite, "writes">,
): readonly ProfileRef[] {
  const { profiles, addresses } = linkTargetsOf(
    doc,
    writes.map(({ field }) => field),
  );
  const refs = profiles.flatMap(({ target, id }): readonly ProfileRef[] =>
    isProfileNoun(target) ? [{ noun: target, id }] : [],
  );
  return [
    ...refs,
    ...addresses.map(({ companyId }): ProfileRef => ({ noun: "companies", id: companyId })),
  ];
}
