import type { Field } from "../field/field.ts";
import { isHidden } from "../field/fields-of.ts";
import { isReadOnly, seenField } from "../field/seen-field.ts";
import type { Finding } from "../field/finding.ts";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import type { FieldWrite, NewListNode } from "../value/field-write.ts";
import { fromWire } from "../value/from-wire.ts";
import { arrived, isJsonObject, refuse } from "../value/read-result.ts";
import { unknownField, type UnknownField } from "../value/unknown-field.ts";
import type { WriteContext } from "../value/wire-context.ts";

/** The body of a POST or PATCH after reading: what to write, field by field. */
export interface ProfileWrite {
  readonly writes: readonly { readonly field: Field; readonly write: FieldWrite }[];
  readonly newNodes: readonly NewListNode[];
  readonly warnings: readonly Finding[];
}

/**
 * Reads the body sent to a profile. Fields that are hidden from the user count as unknown (DOC) unless the tenant's switch
 * `hiddenFieldInBody` says otherwise, those it may only read are refused or left (`readOnlyFieldInBody`); `links` is let pass, because clients
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
    .map(([key, value]) => ({ key, value, field: seenField(noun, key, context.tenant) }));
  const left = named.filter(({ key }) => isLeft(noun, key, context));
  const reads = named.flatMap((one) =>
    one.field === undefined || left.includes(one)
      ? []
      : [{ field: one.field, read: fromWire(one.field, one.value, context) }],
  );
  const unknown = named
    .filter(({ field }) => field === undefined)
    .map(({ key }) => unseenField(noun, key, context));
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
      ...left.map(({ key }) => notTaken(key)),
    ],
  };
}

/** A name that stands for no field that the user sees: none at all, or a hidden one. */
function unseenField(noun: ProfileNoun, key: string, context: WriteContext): UnknownField {
  const { tenant } = context;
  const setting = tenant.settings.switches.hiddenFieldInBody;
  if (setting === "as-unknown" || !isHidden(noun, key, tenant))
    return unknownField(key, "", context);
  return setting === "omit"
    ? { findings: [], warnings: [] }
    : { findings: [notTaken(key)], warnings: [] };
}

/** Whether a value is left where it is with a warning, because the user may only read the field. */
function isLeft(noun: ProfileNoun, key: string, { tenant }: WriteContext): boolean {
  return (
    tenant.settings.switches.readOnlyFieldInBody === "warn" &&
    isReadOnly(noun, key, tenant) &&
    !isHidden(noun, key, tenant)
  );
}

function notTaken(key: string): Finding {
  return {
    path: key,
    code: "not-writable",
    message: `Expected no value for ${key}, which your login group may not write; the value was not taken`,
  };
}
