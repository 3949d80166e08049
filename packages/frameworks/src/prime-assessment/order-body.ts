import { customerUrl, profileUrl, type TenantAddress } from "@slipway/ats-model";
import type { Json, JsonObject } from "@slipway/foundation";

import type { FieldAlteration } from "./actions.ts";
import { orderFields } from "./field-manifest.ts";

/** What an order is made from. Undefined parts are left out of the body; a partner then refuses it, and says what is missing. */
export interface OrderFacts {
  readonly tenant: TenantAddress;
  readonly orderId: string;
  /** `null`: the order names no package. */
  readonly packageId: string | null;
  /** Marks the order so that a partner that declared `completesTestOrders` completes it by itself. */
  readonly test: boolean;
  readonly createdAt: Date;
  readonly person: {
    readonly id: number;
    readonly firstName?: string | undefined;
    readonly lastName?: string | undefined;
    readonly email?: string | undefined;
    readonly phone?: string | undefined;
  };
  readonly job: {
    readonly id: number;
    readonly title?: string | undefined;
    readonly location?: string | undefined;
  };
  readonly workflowId: number;
  readonly recruiter: { readonly id: number; readonly email: string };
  /** What a scenario leaves out, blanks or replaces; a recruiter's own order has none. */
  readonly alteration?: FieldAlteration;
  readonly alter?: Readonly<Record<string, Json>>;
}

/** The body of `POST {endpoint}/orders`. */
export function orderBody(facts: OrderFacts): JsonObject {
  const { orderId, tenant, packageId, person, job, recruiter } = facts;
  const body: JsonObject = {
    orderId,
    customerId: tenant.customerId,
    ...(packageId === null ? {} : { packageId }),
    ...(facts.test ? { test: true } : {}),
    createdAt: facts.createdAt.toISOString(),
    candidate: present({
      id: person.id,
      firstName: person.firstName,
      lastName: person.lastName,
      email: person.email,
      phone: person.phone,
    }),
    job: present({ id: job.id, title: job.title, location: job.location }),
    recruiter: { id: recruiter.id, email: recruiter.email },
    workflow: { id: facts.workflowId },
    links: linksOf(facts),
    api: { baseUrl: customerUrl(tenant) },
  };
  return { ...altered(body, facts.alteration), ...facts.alter };
}

/** The body of an earlier order sent again, under `orderId` and with top-level members replaced. */
export function repeatedOrderBody(
  earlier: JsonObject,
  orderId: string,
  alter: Readonly<Record<string, Json>> = {},
): JsonObject {
  return { ...earlier, orderId, ...alter };
}

function linksOf({ tenant, workflowId, job, person }: OrderFacts): Json {
  return [
    {
      rel: "applicantWorkflow",
      title: "Applicant Workflow",
      url: profileUrl(tenant, "applicantworkflows", workflowId),
    },
    { rel: "job", title: "Job Profile", url: profileUrl(tenant, "jobs", job.id) },
    { rel: "person", title: "Person Profile", url: profileUrl(tenant, "people", person.id) },
  ];
}

function altered(body: JsonObject, alteration: FieldAlteration | undefined): JsonObject {
  if (alteration === undefined) return body;
  const blanked = orderFields.reduce((result, { key, member }) => {
    const value = Object.hasOwn(alteration.blank, key) ? alteration.blank[key] : undefined;
    return value === undefined ? result : withMember(result, member, value);
  }, body);
  return orderFields
    .filter(({ key }) => alteration.without.includes(key))
    .reduce((result, { member }) => withMember(result, member, undefined), blanked);
}

function withMember(
  body: JsonObject,
  [first, ...rest]: readonly string[],
  value: Json | undefined,
): JsonObject {
  if (first === undefined) return body;
  const next = rest.length === 0 ? value : withMember(memberOf(body, first), rest, value);
  return present({ ...body, [first]: next });
}

function memberOf(body: JsonObject, name: string): JsonObject {
  const member = body[name];
  const isObject = typeof member === "object" && member !== null && !Array.isArray(member);
  // Neither null nor a list: an object.
  return isObject ? (member as JsonObject) : {};
}

function present(members: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
