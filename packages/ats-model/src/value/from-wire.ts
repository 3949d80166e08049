import type { Field, GroupField } from "../field/field.ts";
import { isGroup } from "../field/field.ts";
import type { Finding } from "../field/finding.ts";
import type { StoredChild } from "../field/stored-value.ts";
import type { EntryChanges, FieldWrite } from "./field-write.ts";
import type { ChildRead } from "./read-child.ts";
import { readChild } from "./read-child.ts";
import { readId } from "./read-number.ts";
import { arrived, isJsonObject, member, refuse } from "./read-result.ts";
import { unknownField } from "./unknown-field.ts";
import type { WriteContext } from "./wire-context.ts";

/** Longest array of entries taken in by one write. */
const maxEntries = 1_000;

/**
 * Reads a value that a caller sends for a field. Never throws: whatever does not fit comes back as findings, all of them.
 * null and "" clear (DOC). Whether a linked profile exists is not known here; the caller checks it.
 */
export function fromWire(
  field: Field,
  json: unknown,
  context: WriteContext,
): FieldWrite | readonly Finding[] {
  if (!isGroup(field)) return readChild(field, json, { path: field.id, context });
  if (!field.writable)
    return refuse(
      field.id,
      "not-writable",
      `Expected no value for ${field.id}, which cannot be written`,
    );
  if (json === null || json === "") return { value: undefined };
  if (!Array.isArray(json))
    return refuse(field.id, "wrong-type", `Expected an array of entries, found ${arrived(json)}`);
  if (json.length > maxEntries) {
    return refuse(
      field.id,
      "too-many-values",
      `Expected at most ${maxEntries} entries, found ${json.length}`,
    );
  }
  return joinEntries(
    json.map((item: unknown, index) =>
      readEntry(field, item, { path: `${field.id}[${index}]`, context }),
    ),
  );
}

/** One entry as read, as `fromWire` gives it for each element of a collection. */
export interface EntryWrite extends Pick<FieldWrite, "newNodes" | "warnings"> {
  readonly value: EntryChanges;
}

/** Reads the body sent to a collection (POST) or to one entry (PATCH); paths of findings start at the children. */
export function entryFromWire(
  field: GroupField,
  json: unknown,
  context: WriteContext,
): EntryWrite | readonly Finding[] {
  return readEntry(field, json, { path: "", context });
}

interface EntryPlace {
  readonly path: string;
  readonly context: WriteContext;
}

function readEntry(
  field: GroupField,
  json: unknown,
  place: EntryPlace,
): EntryWrite | readonly Finding[] {
  const { path, context } = place;
  if (!isJsonObject(json))
    return refuse(
      path,
      "not-an-object",
      `Expected an object with the children of ${field.id}, found ${arrived(json)}`,
    );
  const named = member(json, "entry");
  const entry =
    named === undefined || named === null ? undefined : readId(named, join(path, "entry"));
  const reads = field.children
    .filter((child) => Object.hasOwn(json, child.id))
    .map((child) => ({
      id: child.id,
      read: readChild(child, json[child.id], { path: join(path, child.id), context }),
    }));
  const known = new Set(["entry", ...field.children.map((child) => child.id)]);
  const unknown = Object.keys(json)
    .filter((key) => !known.has(key))
    .map((key) => unknownField(key, path, context));
  const findings = [
    ...(entry === undefined || "value" in entry ? [] : entry),
    ...reads.flatMap(({ read }) => ("value" in read ? [] : read)),
    ...unknown.flatMap((one) => one.findings),
  ];
  if (findings.length > 0) return findings;
  const good = reads.flatMap(({ id, read }) => ("value" in read ? [{ id, read }] : []));
  return {
    value: {
      ...(entry !== undefined && "value" in entry ? { entry: entry.value } : {}),
      children: Object.fromEntries(
        good.map(({ id, read }): [string, StoredChild | undefined] => [id, read.value]),
      ),
    },
    ...gathered(
      good.map(({ read }) => read),
      unknown.flatMap((one) => one.warnings),
    ),
  };
}

function joinEntries(
  reads: readonly (EntryWrite | readonly Finding[])[],
): FieldWrite | readonly Finding[] {
  const findings = reads.flatMap((read) => ("value" in read ? [] : read));
  if (findings.length > 0) return findings;
  const writes = reads.flatMap((read) => ("value" in read ? [read] : []));
  return {
    value: writes.map((write) => write.value),
    ...gathered(
      writes,
      writes.flatMap((write) => write.warnings ?? []),
    ),
  };
}

function gathered(
  reads: readonly Pick<ChildRead, "newNodes">[],
  warnings: readonly Finding[],
): Pick<FieldWrite, "newNodes" | "warnings"> {
  const newNodes = reads.flatMap((read) => read.newNodes ?? []);
  return {
    ...(newNodes.length === 0 ? {} : { newNodes }),
    ...(warnings.length === 0 ? {} : { warnings }),
  };
}

function join(path: string, id: string): string {
  return path === "" ? id : `${path}.${id}`;
}
