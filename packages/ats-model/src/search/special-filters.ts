import { addressChildren } from "../field/address-children.ts";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import { profileNouns } from "../noun/profile-noun.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { SwitchSettings } from "../tenant/vendor-switches.ts";
import { searchedField } from "./searched-field.ts";
import type { SearchFilter } from "./search-filter.ts";
import type { SearchColumn, SearchSource } from "./search-query.ts";

type Settings = Pick<Tenant, "settings">;

/** A filter that is no field of its type under another name. */
interface SpecialFilter {
  readonly nouns: readonly ProfileNoun[];
  readonly filter: SearchFilter;
  /** The field it looks at; hidden with it. */
  readonly field: string;
  /** The switch that refuses it. */
  readonly refusedBy?: "searchZipRadius" | "searchPostingFilters" | "searchFieldTimes";
}

/** A filter of this name that looks elsewhere than at one field of the type; undefined when there is none. */
export function specialFilter(
  name: string,
  noun: ProfileNoun,
  { settings }: Settings,
): SearchFilter | undefined {
  if (name === "numberofpositionsremaining" && noun === "jobs")
    return settings.hiddenFields.jobs.includes("numberofpositions")
      ? undefined
      : { kind: "number", column: own({ kind: "positions-remaining", hired: hiredIn(settings) }) };
  const special = specialFilters.get(name);
  if (special?.nouns.includes(noun) !== true) return undefined;
  const { field, refusedBy, filter } = special;
  if (settings.hiddenFields[noun].includes(field)) return undefined;
  if (settings.hiddenFields[noun].includes(searchedField(filter.column.source))) return undefined;
  if (isHiddenAddress(filter.column.source, settings.hiddenFields.companies)) return undefined;
  return isRefused(refusedBy, settings.switches) ? undefined : filter;
}

/** The address of a job's location is its company's: whoever does not see it there does not find jobs by it either (INF). */
function isHiddenAddress(source: SearchSource, hidden: readonly string[]): boolean {
  return (
    source.kind === "location-child" &&
    (hidden.includes("addresses") || hidden.includes(`addresses.${source.childId}`))
  );
}

function isRefused(by: SpecialFilter["refusedBy"], switches: SwitchSettings): boolean {
  return by !== undefined && switches[by] === "refused";
}

function hiredIn(settings: Tenant["settings"]): readonly string[] {
  return settings.statuses.filter(({ purpose }) => purpose === "hired").map(({ id }) => id);
}

function own(source: SearchSource): SearchColumn {
  return { of: "self", source };
}

const zip = { type: "text", fieldId: "addresses", childId: "addresszip" } as const;
const posted: SearchColumn = own({ kind: "field", fieldId: "jobpoststart", type: "date-time" });
const posting: SpecialFilter = {
  nouns: ["jobs"],
  field: "jobpoststart",
  refusedBy: "searchPostingFilters",
  filter: { kind: "posting", column: posted },
};

const specialFilters: ReadonlyMap<string, SpecialFilter> = new Map<string, SpecialFilter>([
  ["id", { nouns: profileNouns, field: "id", filter: { kind: "id", column: own({ kind: "id" }) } }],
  [
    "idCSV",
    {
      nouns: ["people", "jobs", "companies"],
      field: "id",
      filter: { kind: "id-csv", column: own({ kind: "id" }) },
    },
  ],
  [
    "bin",
    {
      nouns: ["applicantworkflows"],
      field: "status",
      filter: {
        kind: "bin",
        column: own({ kind: "field", fieldId: "status", type: "list-single" }),
      },
    },
  ],
  [
    "zipradius",
    {
      nouns: ["companies"],
      field: "addresses",
      refusedBy: "searchZipRadius",
      filter: { kind: "zip-radius", column: own({ kind: "child", ...zip }) },
    },
  ],
  [
    "joblocation.companyid",
    location({ kind: "number", column: own({ kind: "location-company" }) }),
  ],
  ["joblocation.addresscity", ofLocation("addresscity", "text")],
  ["joblocation.addresszip", ofLocation("addresszip", "text")],
  ["joblocation.addressstate", ofLocation("addressstate", "listnode")],
  ["joblocation.addressstatetext", ofLocation("addressstate", "node-text")],
  ["joblocation.addresscountry", ofLocation("addresscountry", "multiselect")],
  ["joblocation.addresscountrytext", ofLocation("addresscountry", "node-text")],
  [
    "joblocation.zipradius",
    { ...ofLocation("addresszip", "zip-radius"), refusedBy: "searchZipRadius" },
  ],
  [
    "jobpost.isposted",
    { nouns: ["jobs"], field: "jobpoststart", filter: { kind: "posted", column: posted } },
  ],
  ["jobpost.postedtohub", posting],
  ["jobpost.status", posting],
  ["jobpost.type", posting],
  ["postedto", posting],
  ...fieldTimes({
    firstnamelastupdated: "firstname",
    lastnamelastupdated: "lastname",
    emaillastupdated: "email",
    jobtitlelastupdated: "jobtitle",
    folderlastupdated: "folder",
    addresslastupdated: "addresses",
  }),
]);

/** When a field of a person last changed (DOC): no time is kept for it, and the profile's own cannot be earlier (INF). */
function fieldTimes(
  fields: Readonly<Record<string, string>>,
): readonly (readonly [string, SpecialFilter])[] {
  const filter: SearchFilter = { kind: "date-time", column: own({ kind: "updated-at" }) };
  return Object.entries(fields).map(([name, field]) => [
    name,
    { nouns: ["people"], field, refusedBy: "searchFieldTimes", filter },
  ]);
}

function location(filter: SearchFilter): SpecialFilter {
  return { nouns: ["jobs"], field: "joblocation", filter };
}

function ofLocation(childId: string, kind: SearchFilter["kind"]): SpecialFilter {
  const child = addressChildren.find(({ id }) => id === childId);
  const list = child !== undefined && "list" in child ? child.list : undefined;
  const column = own({ kind: "location-child", childId, type: child?.type ?? "text" });
  return location({ kind, column, ...(list === undefined ? {} : { list }) });
}

/** The names of these filters, after the prefix of their type. */
export const specialNames: readonly string[] = [
  "numberofpositionsremaining",
  ...specialFilters.keys(),
];
