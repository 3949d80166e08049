import { fieldsOf, nounNamed, profileNouns, type ProfileNoun } from "@slipway/ats-model";
import { eventCatalogue } from "@slipway/event-delivery";

import type { Design } from "./design.ts";

/** Something in a design that a reviewer has to look at, found before anybody reads it. */
export interface DesignFlag {
  /** `custom-field`: a tenant's own. `undocumented-…`: nothing documented has that name. */
  readonly kind:
    | "custom-field"
    | "undocumented-field"
    | "undocumented-profile-type"
    | "undocumented-operation"
    | "undocumented-event";
  /** Path in the design, as `manifest[3]`. */
  readonly where: string;
  readonly found: string;
  /** What to do, or what was expected. */
  readonly toDo: string;
}

/** Custom fields are named so in every tenant, with a number of that tenant alone (PAY). */
const customField = /^field\d+$/u;

/** Holds a design against the documented operations, events and fields. */
export function flagDesign(design: Design): readonly DesignFlag[] {
  return [
    ...design.manifest.flatMap(({ profileType, field }, place) =>
      flagField(profileType, field, `manifest[${place}]`),
    ),
    ...design.operations.flatMap((operation, place) =>
      documentedOperations.some((known) => known.test(operation))
        ? []
        : [
            {
              kind: "undocumented-operation" as const,
              where: `operations[${place}]`,
              found: operation,
              toDo: "Use a documented operation, or say in the review why none serves.",
            },
          ],
    ),
    ...design.events.flatMap((event, place) =>
      knownEvents.has(event)
        ? []
        : [
            {
              kind: "undocumented-event" as const,
              where: `events[${place}]`,
              found: event,
              toDo: `Expected one of ${[...knownEvents].join(", ")}.`,
            },
          ],
    ),
  ];
}

function flagField(profileType: string, field: string, where: string): readonly DesignFlag[] {
  const noun = nounNamed(profileType);
  const found = `${profileType}.${field}`;
  if (noun === undefined) {
    const toDo = `Expected one of ${profileNouns.join(", ")}.`;
    return [{ kind: "undocumented-profile-type", where, found, toDo }];
  }
  if (customField.test(field)) {
    const toDo =
      "A customer's own field: other customers have none of this number. Use a standard field.";
    return [{ kind: "custom-field", where, found, toDo }];
  }
  if (standardFields.get(noun)?.has(field) === true) return [];
  const toDo = "No standard field has this id; ids are lower case.";
  return [{ kind: "undocumented-field", where, found, toDo }];
}

const standardFields: ReadonlyMap<ProfileNoun, ReadonlySet<string>> = new Map(
  profileNouns.map((noun) => [noun, new Set(fieldsOf(noun).map(({ id }) => id))]),
);

const knownEvents: ReadonlySet<string> = new Set(eventCatalogue.map(({ eventType }) => eventType));

const nouns = `(?:${profileNouns.join("|")})`;

/** What `docs/vendor-behaviour` documents, with `{…}` for what differs from call to call. */
const documentedOperations: readonly RegExp[] = [
  new RegExp(`^POST /${nouns}$`, "u"),
  new RegExp(`^(?:GET|PATCH) /${nouns}/\\{[^/]+\\}$`, "u"),
  new RegExp(`^(?:GET|POST) /${nouns}/\\{[^/]+\\}/fields/[^/]+$`, "u"),
  new RegExp(`^(?:GET|PATCH|DELETE) /${nouns}/\\{[^/]+\\}/fields/[^/]+/\\{[^/]+\\}$`, "u"),
  new RegExp(`^(?:GET|POST) /search/${nouns}$`, "u"),
  /^GET \/applicantworkflows\/person\/\{[^/]+\}\/job\/\{[^/]+\}$/u,
  /^GET \/applicantworkflows\/\{[^/]+\}\/submittalstatuslog$/u,
  /^GET \/$/u,
];
