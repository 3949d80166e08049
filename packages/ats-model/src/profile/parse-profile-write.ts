import type { Field } from "../field/field.ts";
import { findField, isHidden } from "../field/fields-of.ts";
import type { Finding } from "../field/finding.ts";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import type { FieldWrite, NewListNode } from "../value/field-write.ts";
import { fromWire } from "../value/from-wire.ts";
import { arrived, isJsonObject, refuse } from "../value/read-result.ts";
import { unknownField } from "../value/unknown-field.ts";
import type { WriteContext } from "../value/wire-context.ts";

/** The body of a POST or PATCH after reading: what to write, field by field. */
export interface ProfileWrite {
  readonly writes: readonly { readonly field: Field; readonly write: FieldWrite }[];
  readonly newNodes: readonly NewListNode[];
  readonly warnings: readonly Finding[];
}

/**
 * Reads the body sent to a profile. Fields that the tenant hides count as unknown (DOC); `links` is let pass, because clients
 * send back what they read (INF). All findings at once; never throws.
 */
export function parseProfileWrite(
  json: unknown,
  noun: ProfileNoun,
  context: WriteContext,
): ProfileWrite | readonly Finding[] {
  if (!isJsonObject(json)) {
    return refuse("", "not-an-object", `Expected a JSON object of fields, found ${arrived(json)}`);
  }
  const named = Object.entries(json)
    .filter(([key]) => key !== "links")
    .map(([key, value]) => ({ key, value, field: visibleField(noun, key, context) }));
  const reads = named.flatMap(({ field, value }) =>
    field === undefined ? [] : [{ field, read: fromWire(field, value, context) }],
  );
  const unknown = named
    .filter(({ field }) => field === undefined)
    .map(({ key }) => unknownField(key, "", context));
  const findings = [
    ...reads.flatMap(({ read }) => ("value" in read ? [] : read)),
    ...unknown.flatMap((one) => one.findings),
  ];
  if (findings.length > 0) return findings;
  const writes = reads.flatMap(({ field, read }) =>
    "value" in read ? [{ field, write: read }] : [],
  );
  return {
    writes,
    newNodes: writes.flatMap(({ write }) => write.newNodes ?? []),
    warnings: [
      ...writes.flatMap(({ write }) => write.warnings ?? []),
      ...unknown.flatMap((one) => one.warnings),
    ],
  };
}

function visibleField(noun: ProfileNoun, key: string, { tenant }: WriteContext): Field | undefined {
  const field = findField(noun, key, tenant);
  return field && !isHidden(noun, field.id, tenant) ? field : undefined;
}
