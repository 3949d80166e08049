import { Type, type TRef, type TSchema } from "typebox";

/** A schema of the document by its name. */
export function named(name: string): TRef {
  return Type.Ref(`#/components/schemas/${name}`);
}

/** Any of these texts. */
export function oneOf(...texts: readonly string[]): TSchema {
  return Type.Enum([...texts]);
}

/** That, or null. */
export function orNull(schema: TSchema): TSchema {
  return Type.Union([schema, Type.Null()]);
}

/** A state with the facts that are true in it. */
export function state(kinds: Readonly<Record<string, object>>): TSchema {
  return Type.Union(
    Object.entries(kinds).map(([kind, facts]) =>
      Type.Object({ kind: Type.Literal(kind), ...facts }),
    ),
  );
}

/** Members whose names are somebody else's to choose. */
export function openObject(): TSchema {
  return Type.Object({}, { additionalProperties: true });
}

export const text = Type.String();
export const texts = Type.Array(Type.String());
/** ISO 8601 in UTC. */
export const at = Type.String({ format: "date-time" });
export const count = Type.Integer({ minimum: 0 });
export const region = oneOf("a", "b");
