import { setTimeout as sleep } from "node:timers/promises";

import type { AssessmentOrder, Delivery, PartnerSetup, Region } from "@slipway/platform-client";

import {
  startScriptedPartner,
  welcoming,
  type PartnerCall,
  type PartnerScript,
  type ScriptedPartner,
} from "../harness/scripted-partner.ts";
import {
  openValidationWorld,
  packagesOf,
  platformLogin,
  type ValidationWorld,
} from "../harness/validation.world.ts";

/** A platform process and a partner that answers each candidate's calls as the test says. */
export interface RecruiterWorld extends Pick<
  ValidationWorld,
  "client" | "sandbox" | "setup" | "close"
> {
  readonly regions: Readonly<Record<Region, RecruiterRegion>>;
}

/** One tenant, as its recruiter sees it, and what its partner got. */
export interface RecruiterRegion {
  readonly customerId: string;
  readonly packageId: string;
  readonly calls: readonly PartnerCall[];
  /** A workflow that no test had before; its calls are answered so. Without an answer: with 202, or 200 for events. */
  readonly candidate: (answer?: PartnerScript) => number;
}

export async function openRecruiterWorld(): Promise<RecruiterWorld> {
  const world = await openValidationWorld();
  const a = await openRegion(world, "a");
  const b = await openRegion(world, "b");
  const { connections } = world.setup;
  const setup: PartnerSetup = {
    ...world.setup,
    connections: {
      a: { ...connections.a, endpoint: a.partner.endpoint },
      b: { ...connections.b, endpoint: b.partner.endpoint },
    },
  };
  await world.client.savePartnerSetup(world.sandbox.id, setup);
  // What is offered can be ordered from then on.
  await world.client.preflight(world.sandbox.id);
  return {
    client: world.client,
    sandbox: world.sandbox,
    setup,
    regions: { a: a.region, b: b.region },
    close: async () => {
      await Promise.all([a.partner.close(), b.partner.close()]);
      await world.close();
    },
  };
}

/** Waits until the partner has answered, or has failed to. */
export async function concluded(
  { client }: Pick<RecruiterWorld, "client">,
  { customerId, id }: Pick<AssessmentOrder, "customerId" | "id">,
): Promise<Exclude<AssessmentOrder["delivery"], { state: "under-way" }>> {
  for (;;) {
    const { delivery } = await client.loadOrder(customerId, id);
    if (delivery.state !== "under-way") return delivery;
    await sleep(50);
  }
}

/** The same for any call. */
export async function delivered(
  { client }: Pick<RecruiterWorld, "client">,
  customerId: string,
  deliveryId: string | undefined,
): Promise<Delivery> {
  if (deliveryId === undefined) throw new Error("Expected a delivery, found that there is none.");
  for (;;) {
    const delivery = await client.loadDelivery(customerId, deliveryId);
    if (delivery.state === "finished") return delivery;
    await sleep(50);
  }
}

interface OpenedRegion {
  readonly partner: ScriptedPartner;
  readonly region: RecruiterRegion;
}

async function openRegion(world: ValidationWorld, name: Region): Promise<OpenedRegion> {
  const { customerId } = world.sandbox.tenants[name];
  const { packageId } = packagesOf[name][0];
  const answers = new Map<number, PartnerScript>();
  const welcome = welcoming(platformLogin[name], packageId);
  const partner = await startScriptedPartner((call) => {
    const answer = answers.get(workflowOf(call));
    return answer === undefined ? welcome(call) : answer(call);
  });
  const workflows = await findWorkflows(world, name);
  return {
    partner,
    region: {
      customerId,
      packageId,
      calls: partner.calls,
      candidate: (answer) => {
        const id = workflows.shift();
        if (id === undefined) throw new Error("Expected another workflow, found none left.");
        if (answer !== undefined) answers.set(id, answer);
        return id;
      },
    },
  };
}

/** The workflow that a call is about, by the contract: in the order, or as the event's system id. */
function workflowOf({ json }: PartnerCall): number {
  // Contract bodies are ours; others have no members of these names.
  const body = (json ?? {}) as {
    readonly workflow?: { readonly id?: number };
    readonly systemId?: string;
  };
  return body.workflow?.id ?? Number(body.systemId);
}

/** Some workflows of the seed, found as an integration would. */
async function findWorkflows(
  { sandbox, credentials }: ValidationWorld,
  region: Region,
): Promise<number[]> {
  const { publicBase, customerId } = sandbox.tenants[region];
  const { username, password } = credentials[region];
  const query = { filters: [{ name: "applicantworkflow.id", value: ["1"], operator: ">=" }] };
  const answer = await fetch(
    `${publicBase}/customers/${customerId}/search/applicantworkflows?searchJson=${encodeURIComponent(JSON.stringify(query))}`,
    {
      headers: {
        authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`,
      },
    },
  );
  const { searchResults } = (await answer.json()) as {
    readonly searchResults: readonly { readonly id: number }[];
  };
  return searchResults.map(({ id }) => id);
}
