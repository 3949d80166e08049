import { AtsAnswerError } from "../error/ats-error.ts";
import { isObject } from "../is-object.ts";
import type { CollectionId, EntryOf, EntryWriteOf, ProfileNoun } from "../profile/profiles.ts";
import type { MakeOnce } from "./ats-client-options.ts";
import type { AtsConnection } from "./ats-connection.ts";
import { make } from "./make.ts";
import { readObject } from "./read-object.ts";

/** One collection of one profile. */
export interface CollectionResource<Noun extends ProfileNoun, Id extends CollectionId<Noun>> {
  /** Every entry, each with its number. */
  readonly list: () => Promise<readonly (EntryOf<Noun, Id> & { readonly entry: number })[]>;
  readonly get: (entry: number) => Promise<EntryOf<Noun, Id>>;
  /** Adds an entry and returns its number. Not repeated without `findExisting`: the ATS might add two. */
  readonly add: (children: EntryWriteOf<Noun, Id>, once?: MakeOnce) => Promise<number>;
  /** Changes the children named. Repeated when the ATS is away, for twice is as good as once. */
  readonly update: (entry: number, children: EntryWriteOf<Noun, Id>) => Promise<void>;
  readonly remove: (entry: number) => Promise<void>;
}

/** The collection at a path such as `/people/77/fields/phones`. */
export function createCollectionResource<Noun extends ProfileNoun, Id extends CollectionId<Noun>>(
  connection: AtsConnection,
  path: string,
): CollectionResource<Noun, Id> {
  type Children = EntryOf<Noun, Id>;
  return {
    list: async () => {
      const { json } = await connection.call({ method: "GET", address: path, isIdempotent: true });
      // The ATS answers entries of this collection; what is in them is typed by its field table.
      return entriesIn(json, path) as readonly (Children & { readonly entry: number })[];
    },
    // As above.
    get: async (entry) => (await readObject(connection, `${path}/${entry}`)) as Children,
    add: async (children, once) =>
      (await make(connection, { address: path, json: children, ...once })).id,
    update: async (entry, children) => {
      const address = `${path}/${entry}`;
      await connection.call({ method: "PATCH", address, json: children, isIdempotent: true });
    },
    remove: async (entry) => {
      await connection.call({ method: "DELETE", address: `${path}/${entry}`, isIdempotent: true });
    },
  };
}

// Whether the answer is the array itself or an object around it is not documented; both are read. None: nothing is there.
function entriesIn(json: unknown, path: string): readonly unknown[] {
  if (json === undefined) return [];
  if (Array.isArray(json)) return json;
  const [only] = isObject(json) ? Object.values(json).filter(Array.isArray) : [undefined];
  if (only !== undefined) return only;
  if (isObject(json)) return [];
  throw new AtsAnswerError({ method: "GET", path, expected: "entries", arrived: typeof json });
}
