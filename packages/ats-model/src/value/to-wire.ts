import type { Json, JsonObject } from "@slipway/foundation";
import { unreachable } from "@slipway/foundation";
import type { ChildField, Field, GroupField } from "../field/field.ts";
import { isGroup } from "../field/field.ts";
import type { StoredChild, StoredEntry, StoredValue } from "../field/stored-value.ts";
import { entryUrl, profileUrl } from "../links/profile-url.ts";
import { listNodes } from "../tenant/list-nodes.ts";
import { formatDateTime } from "./date-text.ts";
import { isAddressLink, isEntries, isFile, isMoney, isTextList } from "./stored-shapes.ts";
import type { WireContext } from "./wire-context.ts";

/**
 * The vendor's JSON for a stored value; undefined when there is nothing to send, for the vendor leaves empty values out and
 * never sends null (PAY). A stored value that does not fit the field's type counts as empty.
 */
export function toWire(
  field: Field,
  stored: StoredValue | undefined,
  context: WireContext,
): Json | undefined {
  if (stored === undefined) return undefined;
  if (!isGroup(field))
    return isEntries(stored)
      ? undefined
      : childToWire(field, stored, { ...context, fieldPath: field.id });
  if (!isEntries(stored) || stored.length === 0) return undefined;
  return stored.map((entry) => ({ entry: entry.entry, ...entryToWire(field, entry, context) }));
}

/** One collection entry as its own address answers it: the children alone, without the entry number (CLI). */
export function entryToWire(
  field: GroupField,
  entry: StoredEntry,
  context: WireContext,
): JsonObject {
  const fieldPath = `${field.id}/${entry.entry}/fields`;
  const members = field.children.flatMap((child): readonly (readonly [string, Json])[] => {
    const stored = Object.hasOwn(entry, child.id) ? entry[child.id] : undefined;
    const json =
      stored === undefined
        ? undefined
        : childToWire(child, stored, { ...context, fieldPath: `${fieldPath}/${child.id}` });
    return json === undefined ? [] : [[child.id, json]];
  });
  return Object.fromEntries(members);
}

interface ChildContext extends WireContext {
  /** Where below `/fields/` the value lives. */
  readonly fieldPath: string;
}

function childToWire(
  field: ChildField,
  stored: StoredChild,
  context: ChildContext,
): Json | undefined {
  switch (field.type) {
    case "text":
    case "date":
    case "dropdown-single":
      return typeof stored === "string" && stored !== "" ? stored : undefined;
    case "number":
    case "decimal":
      return typeof stored === "number" ? stored : undefined;
    case "boolean":
      return typeof stored === "boolean" ? stored : undefined;
    case "date-time":
      return typeof stored === "string" ? formatDateTime(stored) : undefined;
    case "dropdown-id":
      return typeof stored === "string" ? dropdownValue(field.list, stored, context) : undefined;
    case "list-single":
      return typeof stored === "string" ? listValue(field.list, stored, context) : undefined;
    case "list-multiple":
      return isTextList(stored) && stored.length > 0
        ? stored.map((id) => listValue(field.list, id, context))
        : undefined;
    case "person-link":
    case "job-link":
    case "profile-link":
      return typeof stored === "number" ? linkValue(field.target, stored, context) : undefined;
    case "address-link":
      return addressValue(stored, context);
    case "salary":
    case "currency":
      return moneyValue(stored);
    case "file":
      return fileValue(stored, context);
    default:
      return unreachable(field);
  }
}

// A node that has since left the list keeps its id as text, so that the value does not vanish.
function nodeOf(
  list: string | undefined,
  id: string,
  context: WireContext,
): { readonly value: string; readonly abbrev?: string } {
  const nodes = list === undefined ? [] : listNodes(context.tenant.settings, list);
  return nodes.find((node) => node.id === id) ?? { value: id };
}

function listValue(list: string | undefined, id: string, context: WireContext): JsonObject {
  const { value } = nodeOf(list, id, context);
  return { id, formattedvalue: value, value };
}

function dropdownValue(list: string | undefined, id: string, context: WireContext): JsonObject {
  const { value, abbrev } = nodeOf(list, id, context);
  return { id, ...(abbrev === undefined ? {} : { abbrev }), value };
}

function linkValue(target: string, id: number, context: WireContext): JsonObject {
  const value = context.linkText(target, id);
  return {
    profile: profileUrl(context.tenant, target, id),
    id,
    ...(value === undefined ? {} : { value }),
  };
}

function addressValue(stored: StoredChild, context: WireContext): JsonObject | undefined {
  if (!isAddressLink(stored)) return undefined;
  const value = context.addressText(stored);
  const address = entryUrl(
    profileUrl(context.tenant, "companies", stored.companyId),
    "addresses",
    stored.entry,
  );
  return {
    id: stored.entry,
    companyid: stored.companyId,
    address,
    ...(value === undefined ? {} : { value }),
  };
}

function moneyValue(stored: StoredChild): JsonObject | undefined {
  if (!isMoney(stored)) return undefined;
  const { amount, currency, timeframe } = stored;
  // That `amountstring` is the amount with two decimals is inferred; the documentation shows only that it is a text.
  return {
    amountstring: amount.toFixed(2),
    amount,
    currency,
    ...(timeframe === undefined ? {} : { timeframe }),
  };
}

function fileValue(stored: StoredChild, context: ChildContext): JsonObject | undefined {
  if (!isFile(stored)) return undefined;
  const { noun, id } = context.owner;
  return {
    file: `${profileUrl(context.tenant, noun, id)}/fields/${context.fieldPath}/binary`,
    name: stored.fileName,
  };
}
