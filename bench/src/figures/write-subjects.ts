import { people, workflows } from "../setting/fill-tenants.ts";
import type { MeasuredTenant } from "../setting/open-platform.ts";
import type { Setting } from "../setting/open-setting.ts";
import { countRows } from "./read-subjects.ts";
import type { Subject } from "./measure-rounds.ts";

export const writeNames = {
  workflow: "Slipway POST workflow",
  person: "Slipway POST person",
  event: "Slipway PATCH status with event",
  bare: "Fastify + pg POST",
} as const;

/** More than anybody answers. */
const requestsPerSecond = 10_000;

/**
 * Writes. A workflow's POST is the one with the most rules: its values and its links are validated, both linked profiles must
 * exist, person and job may have one workflow only, and status log and record of the call are written with it. No POST of the
 * API raises an event (creating a workflow raises none); the change of a status does, by PATCH, and is measured beside it.
 */
export async function writeSubjects(setting: Setting): Promise<readonly Subject[]> {
  const { platform, peers } = setting;
  const { a, b } = platform.tenants;
  const ours = {
    processId: platform.program.processId,
    traces: async () => countRows(setting, "exchange"),
  };
  const nextWorkflow = newWorkflows(a, await idsOf(setting, a, "jobs"));
  const nextChange = statusChanges(b, await statusesOf(setting, b));
  return [
    {
      ...ours,
      name: writeNames.workflow,
      plan: (seconds) => send("POST", callerOf(a), times(seconds, nextWorkflow)),
    },
    {
      name: writeNames.bare,
      processId: peers.bare.processId,
      plan: (seconds) =>
        send(
          "POST",
          { base: peers.bare.ready.address, headers: json },
          times(seconds, newPerson("/people")),
        ),
    },
    {
      ...ours,
      name: writeNames.person,
      plan: (seconds) =>
        send("POST", callerOf(a), times(seconds, newPerson(`/customers/${a.customerId}/people`))),
    },
    {
      ...ours,
      name: writeNames.event,
      traces: async () => countRows(setting, "event"),
      plan: (seconds) => send("PATCH", callerOf(b), times(seconds, nextChange())),
    },
  ];
}

interface BodyRequest {
  readonly path: string;
  readonly body: string;
}

const json = { "content-type": "application/json" } as const;

function callerOf({ base, authorization }: MeasuredTenant): Pick<Plan, "base" | "headers"> {
  return { base, headers: { ...json, authorization } };
}

type Plan = ReturnType<Subject["plan"]>;

function send(
  method: "POST" | "PATCH",
  { base, headers }: Pick<Plan, "base" | "headers">,
  requests: readonly BodyRequest[],
): Plan {
  return { base, headers, send: { kind: "send-bodies", method, requests } };
}

function times(seconds: number, next: () => BodyRequest): readonly BodyRequest[] {
  return Array.from({ length: seconds * requestsPerSecond }, next);
}

function newPerson(path: string): () => BodyRequest {
  let made = 0;
  return () => {
    made += 1;
    const person = {
      firstname: "Grace",
      lastname: `Hopper ${made}`,
      email: `grace.${made}@example.test`,
      phones: [{ phonenumber: "512-555-0152" }],
      addresses: [{ addressstreet1: "111 Cedar Bend", addresscity: "Austin", addresszip: "78701" }],
      source: "Other (Please Specify)",
      sourcename: "bench",
    };
    return { path, body: JSON.stringify(person) };
  };
}

/** Pairs of a person and a job, none twice. */
function newWorkflows({ customerId }: MeasuredTenant, jobs: readonly number[]): () => BodyRequest {
  let made = 0;
  return () => {
    const workflow = {
      baseprofile: jobs[Math.floor(made / people.count) % jobs.length],
      associatedprofile: people.firstId + (made % people.count),
      status: { id: "D10100" },
      source: "Other (Please Specify)",
      sourcename: "bench",
    };
    made += 1;
    return {
      path: `/customers/${customerId}/applicantworkflows`,
      body: JSON.stringify(workflow),
    };
  };
}

/** Each run walks the workflows and gives all of them a status that they have not had in the runs before. */
function statusChanges(
  { customerId }: MeasuredTenant,
  statuses: readonly string[],
): () => () => BodyRequest {
  let begun = 0;
  return () => {
    let walked = 0;
    const round = begun;
    begun += 1;
    return () => {
      const id = workflows.firstId + (walked % workflows.count);
      const status = statuses[(round + Math.floor(walked / workflows.count)) % statuses.length];
      walked += 1;
      return {
        path: `/customers/${customerId}/applicantworkflows/${id}`,
        body: JSON.stringify({ status: { id: status } }),
      };
    };
  };
}

async function idsOf(
  { platformData }: Setting,
  { customerId }: MeasuredTenant,
  type: string,
): Promise<readonly number[]> {
  const { rows } = await platformData.query<{ id: string }>(
    "select id from profile where customer_id = $1 and type = $2 order by id",
    [customerId, type],
  );
  return rows.map(({ id }) => Number(id));
}

async function statusesOf(
  { platformData }: Setting,
  { customerId }: MeasuredTenant,
): Promise<readonly string[]> {
  const { rows } = await platformData.query<{ id: string }>(
    `select status ->> 'id' as id from tenant, jsonb_array_elements(settings -> 'statuses') status
      where customer_id = $1`,
    [customerId],
  );
  return rows.map(({ id }) => id).filter((id) => id !== "D10100");
}
