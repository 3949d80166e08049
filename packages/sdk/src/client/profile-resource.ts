import type {
  CollectionId,
  FieldId,
  ProfileNoun,
  Profiles,
  ProfileWrite,
} from "../profile/profiles.ts";
import type { MakeOnce } from "./ats-client-options.ts";
import type { AtsConnection } from "./ats-connection.ts";
import { createCollectionResource, type CollectionResource } from "./collection-resource.ts";
import type { Created } from "./created-of.ts";
import { make } from "./make.ts";
import { readObject } from "./read-object.ts";
import { searchAll, type SearchHit, type SearchOptions, type SearchQuery } from "./search.ts";

/** What was read: the fields that were asked for, as far as they have values, and the links. */
export type Selected<Noun extends ProfileNoun, Field extends FieldId<Noun>> = Pick<
  Profiles[Noun],
  Field | "links"
>;

/** The profiles of one type. */
export interface ProfileResource<Noun extends ProfileNoun> {
  /** Ask for what you use: without `fields` the ATS answers a small set of its own. Unknown and hidden fields are left out. */
  readonly get: <Field extends FieldId<Noun> = FieldId<Noun>>(
    id: number,
    options?: { readonly fields?: readonly Field[] },
  ) => Promise<Selected<Noun, Field>>;
  /** Repeated after a 429; otherwise only with `findExisting`: the ATS might create two. */
  readonly create: (fields: ProfileWrite<Noun>, once?: MakeOnce) => Promise<Created>;
  /**
   * Changes the fields named; `null` clears one. Repeated when the ATS is away, unless it adds an entry to a collection (an
   * element without `entry`).
   */
  readonly update: (id: number, fields: ProfileWrite<Noun>) => Promise<void>;
  /** Every hit, page by page: `for await (const { id } of …)`. */
  readonly search: (query: SearchQuery, options?: SearchOptions) => AsyncIterable<SearchHit>;
  readonly collection: <Id extends CollectionId<Noun>>(
    id: number,
    collection: Id,
  ) => CollectionResource<Noun, Id>;
}

/** The profiles behind one noun. */
export function createProfileResource<Noun extends ProfileNoun>(
  connection: AtsConnection,
  noun: Noun,
): ProfileResource<Noun> {
  const pathOf = (id: number): string => `/${noun}/${id}`;
  return {
    get: async <Field extends FieldId<Noun>>(
      id: number,
      { fields }: { readonly fields?: readonly Field[] } = {},
    ) => {
      const query = fields === undefined ? "" : `?fields=${fields.join(",")}`;
      // Typed by the field table from which the sandbox answers; the vendor promises to take nothing away.
      return (await readObject(connection, pathOf(id) + query)) as Selected<Noun, Field>;
    },
    create: async (fields, once) =>
      make(connection, { address: `/${noun}`, json: fields, ...once }),
    update: async (id, fields) => {
      const isIdempotent = !Object.values(fields).some(addsEntry);
      await connection.call({ method: "PATCH", address: pathOf(id), json: fields, isIdempotent });
    },
    search: (query, options = {}) => searchAll(connection, { noun, query, ...options }),
    collection: (id, collection) =>
      createCollectionResource(connection, `${pathOf(id)}/fields/${collection}`),
  };
}

// An element of a list of values is named by its id or text, and setting the same list twice is harmless.
function addsEntry(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  return value.some(
    (item: unknown) =>
      typeof item === "object" &&
      item !== null &&
      !["entry", "id", "value"].some((key) => Object.hasOwn(item, key)),
  );
}
