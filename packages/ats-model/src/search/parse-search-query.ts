import type { Finding, SearchFindingCode } from "../field/finding.ts";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import { isJsonObject, member } from "../value/read-result.ts";
import { shownName } from "../value/unknown-field.ts";
import { findFilter } from "./find-filter.ts";
import { searchMessages } from "./search-messages.ts";
import { isOperator, operatorFits } from "./search-operators.ts";
import type { SearchNode, SearchQuery } from "./search-query.ts";
import type { SearchReader } from "./search-reader.ts";
import { termOf } from "./search-term.ts";
import { readValues } from "./search-values.ts";

/**
 * Reads the JSON of a search: `{filters, operator?, children?}` with filters `{name, value?, secondaryValue?, operator?}` (DOC).
 * All faults at once, each with the vendor's own text; one is enough to reject the query (DOC). Never throws, also not on deep
 * nesting.
 */
export function parseSearchQuery(
  json: unknown,
  noun: ProfileNoun,
  reader: SearchReader,
): SearchQuery | readonly Finding[] {
  const scan: Scan = { noun, reader, findings: [], filters: 0 };
  const where = readGroup(json, scan, { path: "", depth: 0 });
  return scan.findings.length > 0 ? scan.findings : { where };
}

interface Scan {
  readonly noun: ProfileNoun;
  readonly reader: SearchReader;
  readonly findings: Finding[];
  filters: number;
}

interface Place {
  readonly path: string;
  readonly depth: number;
}

const maxDepth = 32;
const maxFilters = 500;
const groupKeys = new Set(["filters", "operator", "children"]);
const filterKeys = new Set(["name", "value", "secondaryValue", "operator"]);
const everything: SearchNode = { kind: "everything" };

function readGroup(json: unknown, scan: Scan, { path, depth }: Place): SearchNode {
  if (!isJsonObject(json) || depth > maxDepth) return report(scan, path, "search-unparseable");
  for (const key of Object.keys(json).filter((one) => !groupKeys.has(one))) {
    report(scan, below(path, shownName(key)), {
      code: "search-group-attribute-unknown",
      detail: shownName(key),
    });
  }
  const operator = member(json, "operator") ?? "&";
  if (operator !== "&" && operator !== "|") {
    report(scan, below(path, "operator"), {
      code: "search-group-operator-invalid",
      detail: shown(operator),
    });
  }
  const nodes = [
    ...readEach(member(json, "filters"), scan, {
      path: below(path, "filters"),
      depth,
      read: readFilter,
    }),
    ...readEach(member(json, "children"), scan, {
      path: below(path, "children"),
      depth: depth + 1,
      read: readGroup,
    }),
  ];
  if (nodes.length === 0) return report(scan, path, "search-filter-missing");
  return { kind: operator === "|" ? "any" : "all", nodes };
}

function readFilter(json: unknown, scan: Scan, place: Place): SearchNode {
  const { path } = place;
  if (!isJsonObject(json)) return report(scan, path, "search-unparseable");
  scan.filters += 1;
  if (scan.filters > maxFilters) return report(scan, path, "search-unparseable");
  for (const key of Object.keys(json).filter((one) => !filterKeys.has(one))) {
    report(scan, below(path, shownName(key)), {
      code: "search-filter-attribute-unknown",
      detail: shownName(key),
    });
  }
  const name = member(json, "name");
  const filter = typeof name === "string" ? findFilter(name, scan.noun, scan.reader) : undefined;
  if (filter === undefined)
    return report(scan, below(path, "name"), {
      code: "search-filter-invalid",
      detail: shown(name),
    });
  const operator = member(json, "operator") ?? "=";
  if (!isOperator(operator) || !operatorFits(operator, filter.kind)) {
    return report(scan, below(path, "operator"), {
      code: "search-operator-invalid",
      detail: shown(operator),
    });
  }
  const values = readValues(member(json, "value"));
  const upper = readValues(member(json, "secondaryValue"));
  if (values === undefined || upper === undefined) return report(scan, path, "search-unparseable");
  return (
    termOf({ filter, operator, values, upper }, scan.reader) ??
    report(scan, path, "search-unparseable")
  );
}

function readEach(
  json: unknown,
  scan: Scan,
  place: Place & { readonly read: (item: unknown, scan: Scan, place: Place) => SearchNode },
): readonly SearchNode[] {
  if (json === undefined || json === null) return [];
  if (!Array.isArray(json)) return [report(scan, place.path, "search-unparseable")];
  return json
    .slice(0, maxFilters + 1)
    .map((item: unknown, index) =>
      place.read(item, scan, { path: `${place.path}[${index}]`, depth: place.depth }),
    );
}

/** A fault whose text ends in what was found. */
interface Fault {
  readonly code: SearchFindingCode;
  readonly detail: string;
}

const maxFindings = 50;

function report(scan: Scan, path: string, fault: SearchFindingCode | Fault): SearchNode {
  const { code, detail } = typeof fault === "string" ? { code: fault, detail: undefined } : fault;
  if (scan.findings.length < maxFindings) {
    const text = searchMessages[code];
    scan.findings.push({ path, code, message: detail === undefined ? text : `${text}: ${detail}` });
  }
  return everything;
}

function below(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

function shown(json: unknown): string {
  return typeof json === "string" ? shownName(json) : "";
}
