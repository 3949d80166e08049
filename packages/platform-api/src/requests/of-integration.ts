import { Type } from "typebox";

/** The query of a list that can be narrowed to one integration. */
export const ofIntegration = Type.Object(
  { integration: Type.Optional(Type.String({ maxLength: 60 })) },
  { additionalProperties: false },
);
