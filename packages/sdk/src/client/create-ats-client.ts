import { isObject } from "../is-object.ts";
import type { StatusLogEntry } from "../profile/profile-base.ts";
import type { AtsClientOptions, Patience } from "./ats-client-options.ts";
import { createAtsConnection, type AtsConnection } from "./ats-connection.ts";
import { createProfileResource, type ProfileResource, type Selected } from "./profile-resource.ts";
import type { Quota } from "./quota.ts";
import { readObject } from "./read-object.ts";

/** Recruiting workflows: a person's application for a job. */
export interface WorkflowResource extends ProfileResource<"applicantworkflows"> {
  /** The application of this person for this job; there is one at most. */
  readonly ofPair: (pair: {
    readonly person: number;
    readonly job: number;
  }) => Promise<Selected<"applicantworkflows", "status" | "associatedprofile" | "baseprofile">>;
  /** The newest 100 changes of status. */
  readonly statusLog: (id: number) => Promise<readonly StatusLogEntry[]>;
}

/** The ATS of one customer. Every method rejects with an `AtsError`. */
export interface AtsClient {
  readonly people: ProfileResource<"people">;
  readonly jobs: ProfileResource<"jobs">;
  readonly companies: ProfileResource<"companies">;
  readonly applicantworkflows: WorkflowResource;
  /** Reads an absolute address out of an answer or an event. Refuses what is not below the customer's address. */
  readonly follow: (address: string) => Promise<Readonly<Record<string, unknown>>>;
  /** What is left of the day's requests, as the last answer told it. */
  readonly quota: () => Quota | undefined;
  /** The same client, with its quota and its token, and another patience: for a call that has to be quick, or to stay at it. */
  readonly within: (patience: Patience) => AtsClient;
}

/** A client for one customer: of the vendor's service or of a sandbox, which differ in nothing but the address. */
export function createAtsClient(options: AtsClientOptions): AtsClient {
  return clientOver(createAtsConnection(options));
}

function clientOver(connection: AtsConnection): AtsClient {
  const workflows = "/applicantworkflows";
  return {
    people: createProfileResource(connection, "people"),
    jobs: createProfileResource(connection, "jobs"),
    companies: createProfileResource(connection, "companies"),
    applicantworkflows: {
      ...createProfileResource(connection, "applicantworkflows"),
      ofPair: async ({ person, job }) =>
        // The default fields of a workflow.
        (await readObject(connection, `${workflows}/person/${person}/job/${job}`)) as Selected<
          "applicantworkflows",
          "status" | "associatedprofile" | "baseprofile"
        >,
      statusLog: async (id) => {
        const { json } = await connection.call({
          method: "GET",
          address: `${workflows}/${id}/submittalstatuslog`,
          isIdempotent: true,
        });
        const log = isObject(json) ? json["submittalstatuslog"] : json;
        // The vendor's shape, typed by its three documented members.
        return (Array.isArray(log) ? log : []) as readonly StatusLogEntry[];
      },
    },
    follow: async (address) => readObject(connection, address),
    quota: connection.quota,
    within: (patience) => clientOver(connection.within(patience)),
  };
}
