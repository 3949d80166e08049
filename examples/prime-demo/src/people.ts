import type { Actor } from "@slipway/platform-client";

/** Under which name the demo's partner is on record. */
export const partnerName = "Harbour Assessments";

/** In whose names the demo acts. On a laptop one token does everything; each deed says who is meant to do it. */
export const people = {
  partner: { name: "Ada", role: "partner-admin", organisation: partnerName },
  reviewer: { name: "Grace", role: "reviewer", organisation: "programme" },
  owner: { name: "Edith", role: "programme-owner", organisation: "programme" },
} as const satisfies Readonly<Record<string, Actor>>;
