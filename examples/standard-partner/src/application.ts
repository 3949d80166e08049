import { createAtsClient, fieldToken, Refusal, type AtsClient, type Link } from "@slipway/sdk";

import type { Behaviour } from "./behaviour.ts";
import type { Customer } from "./customer.ts";

/** An application of which an event told: the workflow that ties a candidate to a job. */
export interface Application {
  readonly customerId: string;
  readonly workflowId: number;
  readonly ats: AtsClient;
  /** The name of the assessment that the job asks for, as the customer's list has it. */
  readonly assessment: string;
}

/** The part of an event by which an application is found. */
export interface ToldApplication {
  readonly customerId: string;
  readonly systemId: string;
  readonly links: readonly Link[];
}

/**
 * Reads person and job of an application and checks that everything is there that an assessment needs. Refuses with 400 what a user
 * can mend, naming the field by its token: each customer then reads its own label.
 */
export async function readApplication(
  event: ToldApplication,
  customer: Customer,
  behaviour: Behaviour,
): Promise<Application> {
  const ats = createAtsClient({
    address: addressOf(event),
    credentials: { kind: "basic", ...customer.ats },
  });
  const person = await ats.people.get(linkedId(event, "person"), {
    fields: ["firstname", "lastname", "email"],
  });
  const job = await ats.jobs.get(linkedId(event, "job"), {
    fields: ["jobtitle", "assessmenttype"],
  });
  const missing = [
    ...(["firstname", "lastname", "email"] as const)
      .filter((field) => isBlank(person[field]))
      .map((field) => fieldToken("person", field)),
    ...((job.assessmenttype ?? []).length === 0 ? [fieldToken("job", "assessmenttype")] : []),
  ];
  if (missing.length > 0 && behaviour.acceptsIncomplete !== true)
    throw Refusal.userError(
      behaviour.missingText?.() ?? `Please fill in ${missing.join(" and ")} and try again.`,
      `Expected ${missing.length} more fields of workflow ${event.systemId}.`,
    );
  const asked = new Set((job.assessmenttype ?? []).map(({ value }) => value));
  const assessment =
    customer.assessments.find((name) => asked.has(name)) ??
    (behaviour.fallsBack === true ? customer.assessments[0] : undefined);
  if (assessment === undefined && missing.length === 0)
    throw Refusal.userError(
      `The ${fieldToken("job", "assessmenttype")} of this job is not one that we offer. Please choose another one.`,
      `Expected one of ${customer.assessments.length} assessments.`,
    );
  const workflowId = Number(event.systemId);
  const { customerId } = event;
  return { customerId, workflowId, ats, assessment: assessment ?? customer.assessments[0] ?? "" };
}

/** The customer's address: what stands before the noun in the links of its own events. */
function addressOf({ links, customerId }: ToldApplication): string {
  const url = links.find(({ rel }) => rel === "applicantWorkflow")?.url ?? "";
  const end = url.indexOf("/applicantworkflows/");
  if (end > 0 && url.slice(0, end).endsWith(`/customers/${customerId}`)) return url.slice(0, end);
  throw unreadable("a link to the workflow, at this customer");
}

function linkedId({ links }: ToldApplication, rel: string): number {
  const id = /\/(\d+)$/u.exec(links.find((link) => link.rel === rel)?.url ?? "")?.[1];
  if (id === undefined) throw unreadable(`a link to the ${rel}`);
  return Number(id);
}

function unreadable(expected: string): Refusal {
  return Refusal.userError(
    "The assessment could not be started. Please contact support.",
    `Expected ${expected} in the event, found none.`,
  );
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === "";
}
