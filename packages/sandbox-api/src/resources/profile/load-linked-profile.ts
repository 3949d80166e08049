import {
  displayFields,
  isProfileNoun,
  linkTargetsOf,
  profileNouns,
  type Field,
  type ProfileDoc,
  type ProfileRef,
} from "@slipway/ats-model";

import {
  fromRow,
  type ProfileRow,
  type ProfileStore,
  type StoredProfile,
} from "./profile.store.ts";

/** A profile with what its links show, as far as that came along with it. */
export interface LinkedProfile extends StoredProfile {
  /** By `noun/id`; undefined for a profile that does not exist. What is not in it has not been looked up. */
  readonly linked?: ReadonlyMap<string, ProfileDoc | undefined>;
}

/** One profile and what the single links among these fields lead to, in one round trip; undefined when there is none. */
export async function loadLinkedProfile(
  store: ProfileStore,
  { noun, id }: ProfileRef,
  fields: readonly Field[],
): Promise<LinkedProfile | undefined> {
  const links = fields.filter(isSingleLink);
  const [row] = await store.run<ProfileRow & { readonly linked: readonly LinkedRow[] | null }>({
    name: "load-linked-profile",
    text: `select p.id, p.doc, p.created_at, p.updated_at, p.version, (
        select jsonb_agg(jsonb_build_object('noun', l.type, 'id', l.id, 'doc', ${shown}))
        from unnest($4::text[], $5::text[]) as wanted (type, path)
        join profile l on l.customer_id = $1 and l.type = wanted.type
          and l.id = (p.doc #>> wanted.path::text[])::bigint
      ) as linked
      from profile p where p.customer_id = $1 and p.type = $2 and p.id = $3`,
    values: [store.customerId, noun, id, links.map(targetOf), links.map(pathOf)],
  });
  if (row === undefined) return undefined;
  const profile = fromRow(noun, row);
  return { ...profile, linked: linkedBy(profile, links, row.linked ?? []) };
}

/** Whether reading these fields follows a link that can come along with the profile. */
export function hasSingleLink(fields: readonly Field[]): boolean {
  return fields.some(isSingleLink);
}

type LinkedRow = ProfileRef & { readonly doc: ProfileDoc };

/** The key of a profile in `linked`. */
export function linkedKey({ noun, id }: ProfileRef): string {
  return `${noun}/${id}`;
}

// Of a company the addresses are needed, of all others what they are shown by.
const shownFields = new Set(profileNouns.flatMap((noun) => displayFields[noun]));
const shown = `case when l.type = 'companies' then l.doc else jsonb_strip_nulls(jsonb_build_object(${Array.from(
  shownFields,
  (field) => `'${field}', l.doc -> '${field}'`,
).join(", ")})) end`;

function isSingleLink(field: Field): boolean {
  return ("target" in field && isProfileNoun(field.target)) || field.type === "address-link";
}

function targetOf(field: Field): string {
  return "target" in field ? field.target : "companies";
}

function pathOf(field: Field): string {
  return "target" in field ? `{${field.id}}` : `{${field.id},companyId}`;
}

function linkedBy(
  { doc }: StoredProfile,
  links: readonly Field[],
  rows: readonly LinkedRow[],
): ReadonlyMap<string, ProfileDoc | undefined> {
  const { profiles, addresses } = linkTargetsOf(doc, links);
  const missing = [
    ...profiles.map(({ target, id }) => `${target}/${id}`),
    ...addresses.map(({ companyId }) => linkedKey({ noun: "companies", id: companyId })),
  ].map((key) => [key, undefined] as const);
  return new Map([...missing, ...rows.map((row) => [linkedKey(row), row.doc] as const)]);
}
