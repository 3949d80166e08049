import type { ListField } from "../field/field.ts";
import { listNodes } from "../tenant/list-nodes.ts";
import type { ListNode } from "../tenant/list-node.ts";
import type { NewListNode } from "./field-write.ts";
import { newListNode } from "./new-list-node.ts";
import type { Read } from "./read-result.ts";
import { arrived, isJsonObject, member, refuse } from "./read-result.ts";
import { readText } from "./read-text.ts";
import type { WriteContext } from "./wire-context.ts";

/** The node meant by a write, and the node to be added when an open list did not have it. */
export interface ListChoice {
  readonly id: string;
  readonly added?: NewListNode;
}

export interface ListPlace {
  readonly field: ListField;
  readonly path: string;
  readonly context: WriteContext;
}

/** Longest array of list values taken in. */
const maxListValues = 1_000;

/**
 * Reads one list value: `{"id":…}`, `{"value":…}`, both (the id decides, INF), or a plain text as an early client sent it
 * (CLI). Texts match without case (INF), visible nodes before hidden ones; a hidden match is refused (DOC).
 */
export function readListValue(json: unknown, place: ListPlace): Read<ListChoice> {
  if (typeof json === "string") return nodeByText(json, place);
  if (!isJsonObject(json)) {
    return refuse(
      place.path,
      "wrong-type",
      `Expected a list value as {"id":…} or {"value":…}, found ${arrived(json)}`,
    );
  }
  const id = member(json, "id");
  const value = member(json, "value");
  if (typeof id === "string" && id !== "") return nodeById(id, place);
  if (typeof value === "string" && value !== "") return nodeByText(value, place);
  return refuse(
    place.path,
    "value-required",
    "Expected a text under id or value of the list value",
  );
}

/** Reads an array of list values, each node once. */
export function readListValues(json: unknown, place: ListPlace): Read<readonly ListChoice[]> {
  if (!Array.isArray(json))
    return refuse(
      place.path,
      "wrong-type",
      `Expected an array of list values, found ${arrived(json)}`,
    );
  if (json.length > maxListValues) {
    return refuse(
      place.path,
      "too-many-values",
      `Expected at most ${maxListValues} values, found ${json.length}`,
    );
  }
  const reads = json.map((item: unknown, index) =>
    readListValue(item, { ...place, path: `${place.path}[${index}]` }),
  );
  const findings = reads.flatMap((read) => ("value" in read ? [] : read));
  if (findings.length > 0) return findings;
  const choices = new Map(
    reads.flatMap((read) => ("value" in read ? [[read.value.id, read.value] as const] : [])),
  );
  return { value: [...choices.values()] };
}

/** Reads the text of a `dropdown-single`: any text without a list, otherwise the list's own spelling of one of its texts. */
export function readDropdownText(json: unknown, { field, path, context }: ListPlace): Read<string> {
  const text = readText(json, path);
  if (!("value" in text) || field.list === undefined) return text;
  const node = nodesOf(field, context).find(
    (one) => one.hidden !== true && sameText(one.value, text.value),
  );
  return node
    ? { value: node.value }
    : refuse(path, "not-in-list", "Expected one of the texts of the drop-down");
}

function nodeById(id: string, { field, path, context }: ListPlace): Read<ListChoice> {
  const node = nodesOf(field, context).find((one) => one.id === id);
  if (node === undefined)
    return refuse(path, "not-in-list", `Expected the id of a node of ${listName(field)}`);
  return node.hidden === true ? hiddenNode(path, field) : { value: { id } };
}

function nodeByText(text: string, place: ListPlace): Read<ListChoice> {
  const { field, path, context } = place;
  const matches = nodesOf(field, context).filter((one) => sameText(one.value, text));
  const visible = matches.find((one) => one.hidden !== true);
  if (visible !== undefined) return { value: { id: visible.id } };
  if (matches.length > 0) return hiddenNode(path, field);
  if (field.open === true && field.list !== undefined) return addedNode(text, field.list, place);
  return refuse(path, "not-in-list", `Expected the text of a node of ${listName(field)}`);
}

function addedNode(text: string, list: string, { path, context }: ListPlace): Read<ListChoice> {
  const read = readText(text, path, 255);
  if (!("value" in read)) return read;
  const added: NewListNode = {
    list,
    node: newListNode(read.value, listNodes(context.tenant.settings, list)),
  };
  return { value: { id: added.node.id, added } };
}

function hiddenNode(path: string, field: ListField): Read<ListChoice> {
  return refuse(
    path,
    "hidden-list-value",
    `Expected a node of ${listName(field)} that is offered, found a hidden one`,
  );
}

function nodesOf(field: ListField, context: WriteContext): readonly ListNode[] {
  return field.list === undefined ? [] : listNodes(context.tenant.settings, field.list);
}

function listName(field: ListField): string {
  return field.list ?? "the list";
}

function sameText(left: string, right: string): boolean {
  return left.toLowerCase() === right.trim().toLowerCase();
}
