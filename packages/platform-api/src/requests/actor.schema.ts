import { Type } from "typebox";

import { roles } from "@slipway/programme";

import { lineOfText } from "./text-schemas.ts";

/** Who acts, where the token does not say it; on record with what was done. Time itself acts through no door. */
export const actor = Type.Optional(
  Type.Object(
    {
      name: lineOfText,
      role: Type.Union(roles.filter((role) => role !== "clock").map((role) => Type.Literal(role))),
      organisation: lineOfText,
    },
    { additionalProperties: false },
  ),
);
