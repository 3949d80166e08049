import { addressTextOf, displayTextOf, type ProfileDoc, type Tenant } from "@slipway/ats-model";
import type { Queries } from "@slipway/database";
import type { JsonObject } from "@slipway/foundation";
import { orderBody, type OrderFacts } from "@slipway/frameworks";

import { loadDoc, type CandidateProfiles } from "./candidate.store.ts";

export interface OrderContext extends Pick<
  OrderFacts,
  "orderId" | "packageId" | "test" | "createdAt" | "alteration" | "alter"
> {
  readonly tenant: Tenant;
  readonly candidate: CandidateProfiles;
}

/** The body of an order from what the tenant knows of the candidate now. */
export async function buildOrder(
  queries: Queries,
  { candidate, ...context }: OrderContext,
): Promise<JsonObject> {
  const { person, job, recruiter } = candidate;
  const email = recruiter === undefined ? undefined : textOf(recruiter.doc["email"]);
  return orderBody({
    ...context,
    workflowId: candidate.workflowId,
    person: {
      id: candidate.personId,
      firstName: textOf(person["firstname"]),
      lastName: textOf(person["lastname"]),
      email: textOf(person["email"]),
      phone: phoneOf(person),
    },
    job: {
      id: candidate.jobId,
      title: textOf(job["jobtitle"]),
      location: await locationOf(queries, context.tenant, job),
    },
    recruiter: { id: recruiter?.id ?? 1, email: email ?? "recruiting@example.test" },
  });
}

/** A person's name as the recruiter reads it. */
export function nameOf(person: ProfileDoc): string {
  return displayTextOf("people", person) ?? "a candidate without a name";
}

function phoneOf(person: ProfileDoc): string | undefined {
  const { phones } = person;
  if (!Array.isArray(phones)) return undefined;
  const first: unknown = phones[0];
  return typeof first === "object" &&
    first !== null &&
    "phonenumber" in first &&
    typeof first.phonenumber === "string"
    ? first.phonenumber
    : undefined;
}

async function locationOf(
  queries: Queries,
  tenant: Tenant,
  job: ProfileDoc,
): Promise<string | undefined> {
  const link = job["joblocation"];
  if (typeof link !== "object" || !("companyId" in link)) return undefined;
  const company = await loadDoc(queries, tenant.customerId, {
    type: "companies",
    id: link.companyId,
  });
  return company === undefined ? undefined : addressTextOf(company, link.entry, tenant);
}

function textOf(value: ProfileDoc[string] | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
