import { randomUUID } from "node:crypto";

import { Refusal } from "@slipway/sdk";

import { readApplication, type Application, type ToldApplication } from "./application.ts";
import type { Behaviour } from "./behaviour.ts";
import type { Customer } from "./customer.ts";
import { addSentRow, writeResult } from "./results.ts";

/** An assessment that a candidate may take. */
interface Assessment {
  readonly application: Application;
  /** Where the candidate goes when done; undefined for one that a recruiter ordered. */
  readonly returnUrl: string | undefined;
  /** Settles when the row of the beginning is there. */
  readonly row: Promise<number | undefined>;
  state: "open" | "complete";
}

export interface Assessments {
  /** Begins one for an application, once; answers with the path of its page. Refuses a second one with 400. */
  readonly begin: (event: ToldApplication, returnUrl?: string) => Promise<string>;
  /** The candidate is done: writes the result. Gives the way back; undefined where there is no such assessment. */
  readonly complete: (
    id: string,
  ) => Promise<{ readonly returnUrl: string | undefined } | undefined>;
}

export interface AssessmentOptions {
  readonly customers: ReadonlyMap<string, Customer>;
  readonly behaviour: Behaviour;
  readonly now: () => Date;
  readonly onFault: (fault: unknown) => void;
}

/** Keeps assessments in memory; a partner of customers keeps them in a database, with a unique key on customer and workflow. */
export function createAssessments(options: AssessmentOptions): Assessments {
  const { behaviour, now } = options;
  const begun = new Set<string>();
  const byId = new Map<string, Assessment>();
  return {
    begin: async (event, returnUrl) => {
      const key = `${event.customerId}/${event.systemId}`;
      if (begun.has(key) && behaviour.acceptsRepeated !== true) throw alreadyBegun(key);
      // Before the first wait: of two events at once the second finds it.
      begun.add(key);
      try {
        const application = await readApplication(event, customerOf(options, event), behaviour);
        if (behaviour.readsUndeclared === true)
          await application.ats.jobs.get(jobIdOf(event), { fields: ["billrate"] });
        const id = randomUUID();
        const row = addSentRow(application, behaviour, now());
        row.catch(options.onFault);
        byId.set(id, { application, returnUrl, row, state: "open" });
        return `/assess/${id}`;
      } catch (error) {
        // What a user mends may come again.
        begun.delete(key);
        throw error;
      }
    },
    complete: async (id) => {
      const assessment = byId.get(id);
      if (assessment === undefined) return undefined;
      const { application, returnUrl, row } = assessment;
      if (assessment.state === "open") {
        assessment.state = "complete";
        await writeResult(application, { entry: await row, behaviour, now: now() });
      }
      return { returnUrl };
    },
  };
}

function customerOf({ customers }: AssessmentOptions, { customerId }: ToldApplication): Customer {
  const customer = customers.get(customerId);
  if (customer !== undefined) return customer;
  throw new Refusal({
    status: 400,
    userMessage: "This account is not set up for assessments. Please contact support.",
    debugErrorMessage: "Expected a customer that is configured here.",
  });
}

function jobIdOf({ links }: ToldApplication): number {
  return Number(/\/jobs\/(\d+)$/u.exec(links.find(({ rel }) => rel === "job")?.url ?? "")?.[1]);
}

function alreadyBegun(key: string): Refusal {
  return Refusal.userError(
    "The assessment for this application was already started. There is nothing more to do.",
    `Expected no assessment of ${key} yet, found one.`,
  );
}
