import { unreachable } from "@slipway/foundation";
import type { ListNode } from "../tenant/list-node.ts";
import { listNodes, workflowBinList } from "../tenant/list-nodes.ts";
import { parseDateText, parseDateTimeText } from "../value/date-text.ts";
import { resolveDateMacro } from "./date-macros.ts";
import { postedTerm } from "./posted-term.ts";
import type { RawTerm } from "./raw-term.ts";
import type { SearchFilter } from "./search-filter.ts";
import { isNegated } from "./search-operators.ts";
import type { SearchColumn, SearchNode, SearchTest } from "./search-query.ts";
import type { SearchReader } from "./search-reader.ts";
import { numbersOf } from "./search-values.ts";

const everything: SearchNode = { kind: "everything" };
const nothing: SearchNode = { kind: "nothing" };

/** What a filter demands, with values read for its kind; undefined when a number cannot be read. */
export function termOf(raw: RawTerm, reader: SearchReader): SearchNode | undefined {
  switch (raw.filter.kind) {
    case "id":
      return numberTerm(raw, true);
    case "number":
      return numberTerm(raw, false);
    case "id-csv":
      return numberTerm({ ...raw, values: raw.values.flatMap((value) => value.split(",")) }, true);
    case "text":
      return textTerm(raw, reader);
    case "date":
    case "date-time":
      return dateTerm(raw, reader);
    case "multiselect":
    case "listnode":
    case "select":
      return listTerm(
        raw,
        nodesNamed(raw.values, listNodes(reader.settings, raw.filter.list ?? "")),
      );
    case "bin":
      return listTerm(raw, statusesInBins(raw.values, reader));
    case "node-text":
      return nodeTextTerm(raw, reader);
    case "zip-radius":
      return textTerm({ ...raw, operator: "==" }, reader);
    case "posted":
    case "posting":
      return postedTerm(raw, reader.now);
    default:
      return unreachable(raw.filter.kind);
  }
}

function term(column: SearchColumn, test: SearchTest): SearchNode {
  return { kind: "term", column, test };
}

// The first page of one client asks for ids above an empty text; that bounds nothing (CLI).
function numberTerm({ filter, operator, values }: RawTerm, whole: boolean): SearchNode | undefined {
  const numbers = numbersOf(values, whole);
  const [first] = numbers ?? [];
  if (numbers === undefined) return undefined;
  if (first === undefined) return everything;
  switch (operator) {
    case "<":
    case "<=":
    case ">":
    case ">=":
      return term(filter.column, { kind: "number-compare", operator, value: first });
    case "=":
    case "!=":
    case "==":
    case "!==":
      return term(filter.column, {
        kind: "number-one-of",
        values: numbers,
        negated: isNegated(operator),
      });
    default:
      return unreachable(operator);
  }
}

function textTerm({ filter, operator, values }: RawTerm, { settings }: SearchReader): SearchNode {
  const negated = isNegated(operator);
  const filled = values.filter((value) => value !== "");
  if (filled.length === 0) {
    return settings.switches.searchBlankText === "is-empty"
      ? term(filter.column, { kind: "is-empty", negated })
      : everything;
  }
  const kind = operator === "==" || operator === "!==" ? "equals" : "contains";
  const ignoreCase = settings.switches.searchTextCase === "ignored";
  return term(filter.column, { kind, values: filled, negated, ignoreCase });
}

// A bound that cannot be read is no bound (DOC).
function dateTerm({ filter, operator, values, upper }: RawTerm, reader: SearchReader): SearchNode {
  const from = boundOf(values[0], filter.kind, reader);
  const to = boundOf(upper[0], filter.kind, reader);
  if (operator === "=" && (from !== undefined || to !== undefined)) {
    return term(filter.column, {
      kind: "date-range",
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    });
  }
  if (from === undefined || operator === "=" || operator === "==" || operator === "!==")
    return everything;
  return term(filter.column, { kind: "date-compare", operator, value: from });
}

// Midnight UTC where the time is missing (DOC); of a time, a date field takes the day.
function boundOf(
  text: string | undefined,
  kind: SearchFilter["kind"],
  { settings, now }: SearchReader,
): string | undefined {
  const trimmed = (text ?? "").trim();
  const date = parseDateText(trimmed);
  const macro =
    settings.switches.searchDateMacros === "unreadable"
      ? undefined
      : resolveDateMacro(trimmed, now);
  const instant =
    macro ?? (date === undefined ? parseDateTimeText(trimmed) : `${date}T00:00:00.000Z`);
  return kind === "date" ? instant?.slice(0, 10) : instant;
}

// The text of an item is looked for among the items; the profiles are then found by node.
function nodeTextTerm(raw: RawTerm, reader: SearchReader): SearchNode {
  const { filter } = raw;
  const text = textTerm(raw, reader);
  if (text.kind !== "term" || (text.test.kind !== "contains" && text.test.kind !== "equals"))
    return text;
  const { values, kind, ignoreCase } = text.test;
  const shaped = (one: string): string => (ignoreCase ? one.toLowerCase() : one);
  const fits = (item: string): boolean =>
    values.some((value) =>
      kind === "equals" ? shaped(item) === shaped(value) : shaped(item).includes(shaped(value)),
    );
  const ids = listNodes(reader.settings, filter.list ?? "")
    .filter(({ value }) => fits(value))
    .map(({ id }) => id);
  return listTerm(raw, ids);
}

// Values that name no node filter out everything (DOC); none at all restricts nothing (INF).
function listTerm({ filter, operator, values }: RawTerm, ids: readonly string[]): SearchNode {
  if (values.every((value) => value.trim() === "")) return everything;
  if (ids.length === 0) return isNegated(operator) ? everything : nothing;
  return term(filter.column, { kind: "one-of", values: ids, negated: isNegated(operator) });
}

// Node id, the item's text, or the item's system id, which we take to be the digits of the node id (DOC, digits INF).
function nodesNamed(values: readonly string[], nodes: readonly ListNode[]): readonly string[] {
  const wanted = new Set(values.map((value) => value.trim().toLowerCase()));
  return nodes.filter((node) => namesOf(node).some((name) => wanted.has(name))).map(({ id }) => id);
}

function namesOf({ id, value }: ListNode): readonly string[] {
  return [id.toLowerCase(), id.slice(1), value.toLowerCase()];
}

function statusesInBins(values: readonly string[], { settings }: SearchReader): readonly string[] {
  const bins = new Set(nodesNamed(values, listNodes(settings, workflowBinList)));
  return settings.statuses
    .filter(({ bin }) => bin !== undefined && bins.has(bin))
    .map(({ id }) => id);
}
