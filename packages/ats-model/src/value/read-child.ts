import { unreachable } from "@slipway/foundation";
import type { ChildField } from "../field/field.ts";
import type { Finding } from "../field/finding.ts";
import type { StoredChild } from "../field/stored-value.ts";
import type { NewListNode } from "./field-write.ts";
import { readDate, readDateTime } from "./read-date.ts";
import { readAddressLink, readLink } from "./read-link.ts";
import type { ListChoice, ListPlace } from "./read-list.ts";
import { readDropdownText, readListValue, readListValues } from "./read-list.ts";
import { readMoney } from "./read-money.ts";
import { readDecimal, readWhole } from "./read-number.ts";
import type { Read } from "./read-result.ts";
import { arrived, refuse } from "./read-result.ts";
import { readText } from "./read-text.ts";
import type { WriteContext } from "./wire-context.ts";

/** The stored form of a single value, undefined when the write clears it. */
export interface ChildRead {
  readonly value: StoredChild | undefined;
  readonly newNodes?: readonly NewListNode[];
}

/** Reads a single value; null and the empty text clear it (DOC). */
export function readChild(
  field: ChildField,
  json: unknown,
  place: { readonly path: string; readonly context: WriteContext },
): ChildRead | readonly Finding[] {
  const { path, context } = place;
  if (!field.writable)
    return refuse(
      path,
      "not-writable",
      `Expected no value for ${path}, which cannot be written this way`,
    );
  if (json === null || json === "") return { value: undefined };
  switch (field.type) {
    case "text":
      return readText(json, path, field.max);
    case "number":
      return readWhole(json, path);
    case "decimal":
      return readDecimal(json, path);
    case "boolean":
      return typeof json === "boolean"
        ? { value: json }
        : refuse(path, "wrong-type", `Expected true or false, found ${arrived(json)}`);
    case "date":
      return readDate(json, path);
    case "date-time":
      return readDateTime(json, path);
    case "dropdown-single":
      return readDropdownText(json, { field, path, context });
    case "dropdown-id":
    case "list-single":
      return chosenNode(readListValue(json, { field, path, context }));
    case "list-multiple":
      return chosenNodes(json, { field, path, context });
    case "person-link":
    case "job-link":
    case "profile-link":
      return readLink(json, path);
    case "address-link":
      return readAddressLink(json, path, context);
    case "salary":
    case "currency":
      return readMoney(json, path, field.type);
    case "file":
      return refuse(
        path,
        "not-writable",
        "Expected no document in JSON; send it as multipart to the binary address of the field",
      );
    default:
      return unreachable(field);
  }
}

function chosenNode(read: Read<ListChoice>): ChildRead | readonly Finding[] {
  return "value" in read ? { value: read.value.id, ...withNewNodes([read.value]) } : read;
}

function chosenNodes(json: unknown, place: ListPlace): ChildRead | readonly Finding[] {
  const read = readListValues(json, place);
  if (!("value" in read)) return read;
  const ids = read.value.map((choice) => choice.id);
  return { value: ids.length === 0 ? undefined : ids, ...withNewNodes(read.value) };
}

function withNewNodes(choices: readonly ListChoice[]): {
  readonly newNodes?: readonly NewListNode[];
} {
  const newNodes = choices.flatMap((choice) => choice.added ?? []);
  return newNodes.length === 0 ? {} : { newNodes };
}
