import type { Static, TSchema } from "typebox";
import { Errors } from "typebox/value";

/** One thing wrong in what a partner answered. */
export interface ContractFinding {
  /** Path in the body, as `packages.0.packageId`; empty for the body as a whole. */
  readonly where: string;
  /** What is wrong there, as `must be boolean`. */
  readonly message: string;
}

export type Parsed<Value> =
  | { readonly kind: "parsed"; readonly value: Value }
  | { readonly kind: "findings"; readonly findings: readonly ContractFinding[] };

/** Parses a text by a schema. Unknown members are allowed where the schema allows them; never throws. */
export function parseBody<Schema extends TSchema>(
  schema: Schema,
  text: string,
): Parsed<Static<Schema>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // JSON.parse throws SyntaxError only.
    return {
      kind: "findings",
      findings: [{ where: "", message: `is no JSON: ${(error as Error).message}` }],
    };
  }
  const findings = Errors(schema, value).flatMap(toFindings);
  // No errors: the value has the schema's type.
  return findings.length === 0
    ? { kind: "parsed", value: value as Static<Schema> }
    : { kind: "findings", findings };
}

function toFindings(error: ReturnType<typeof Errors>[number]): readonly ContractFinding[] {
  const place = error.instancePath.split("/").slice(1);
  if (error.keyword === "required") {
    return error.params.requiredProperties.map((name) => ({
      where: [...place, name].join("."),
      message: "is missing",
    }));
  }
  return [{ where: place.join("."), message: error.message }];
}
