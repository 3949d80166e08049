import type { GetRequest } from "../load/load-plan.ts";
import { countRows } from "../figures/read-subjects.ts";
import type { Subject } from "../figures/measure-rounds.ts";
import { firstPersonId, type FilledTenant } from "./fill-scale.ts";
import { comparedPeople, type MeasuredScale, type SearchSetting } from "./open-search-setting.ts";
import { nameOf, personAt, valuesOf, type Scale } from "./scale.ts";

/** What is asked of every scale. */
export const questions = ["GET by id", "fixed field", "custom field", "two filters"] as const;
export type Question = (typeof questions)[number];

/** A search that reads every person of the tenant, as the documented default of texts asks. */
export const containing = "text containing another";
export const jsonServerName = `json-server, two filters, ${comparedPeople} people`;

export function subjectName(question: Question | typeof containing, scale: Scale): string {
  return `${question}, ${nameOf(scale)}`;
}

/** Below this many people of a tenant a search finds nearly all of them. */
const searchedFrom = 100;
/** More different requests than a search's results are ever kept for. */
const requestCount = 3200;

/** All subjects: of each scale its questions, and json-server. */
export function searchSubjects(setting: SearchSetting): readonly Subject[] {
  return [
    ...setting.scales.flatMap((measured) =>
      questions
        .filter((question) => question === "GET by id" || peopleOf(measured) >= searchedFrom)
        .map((question) => subjectOf(measured, question)),
    ),
    ...setting.scales
      .filter((measured) => peopleOf(measured) === comparedPeople)
      .map((measured) => subjectOf(measured, containing)),
    jsonServerSubject(setting),
  ];
}

function peopleOf({ scale }: MeasuredScale): number {
  return scale.people / scale.tenants;
}

function subjectOf(measured: MeasuredScale, question: Question | typeof containing): Subject {
  return {
    name: subjectName(question, measured.scale),
    processId: measured.processId,
    traces: async () => countRows(measured, "exchange"),
    plan: () => ({
      base: measured.tenants[0]?.base ?? "",
      headers: {},
      send: { kind: "get", requests: times(() => requestOf(measured, question)) },
    }),
  };
}

function jsonServerSubject({ jsonServer }: SearchSetting): Subject {
  const values = valuesOf(comparedPeople);
  return {
    name: jsonServerName,
    processId: jsonServer.processId,
    plan: () => ({
      base: jsonServer.ready.address,
      headers: {},
      send: {
        kind: "get",
        requests: times(() => {
          const { lastname, badge } = personAt(below(comparedPeople), values);
          return { path: `/people?${String(new URLSearchParams({ lastname, badge }))}` };
        }),
      },
    }),
  };
}

function times(next: () => GetRequest): readonly GetRequest[] {
  return Array.from({ length: requestCount }, next);
}

function below(bound: number): number {
  return Math.floor(Math.random() * bound);
}

/** A person of any of the tenants, or those who share values with one. */
function requestOf(measured: MeasuredScale, question: Question | typeof containing): GetRequest {
  const { tenants, badgeFilter } = measured;
  const place = below(peopleOf(measured));
  // There are as many tenants as the scale says.
  const tenant = tenants[below(tenants.length)] as FilledTenant;
  const headers = { authorization: tenant.authorization };
  const path = `/customers/${tenant.customerId}`;
  if (question === "GET by id") return { path: `${path}/people/${firstPersonId + place}`, headers };
  const { lastname, badge } = personAt(place, valuesOf(peopleOf(measured)));
  const byName = { name: "person.lastname", value: [lastname], operator: "==" };
  const byBadge = { name: badgeFilter, value: [badge], operator: "==" };
  const filters = {
    "fixed field": [byName],
    "custom field": [byBadge],
    "two filters": [byName, byBadge],
    [containing]: [{ ...byName, operator: "=" }],
  }[question];
  const searchJson = encodeURIComponent(JSON.stringify({ filters, operator: "&" }));
  return { path: `${path}/search/people?searchJson=${searchJson}`, headers };
}
