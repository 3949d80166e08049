import { onTestFinished } from "vitest";

import type { CustomerConfiguration } from "./core/configuration.ts";
import { startScriptedAts, type ScriptedAts } from "./scripted-ats.world.ts";
import {
  startPrimePartner,
  type PartnerOptions,
  type PrimePartner,
} from "./start-prime-partner.ts";

/** Two customers that share no value: 6101 and 7450, each with a candidate 123 who applied for job 4 in workflow 501. */
export interface World {
  readonly ats: ScriptedAts;
  readonly partner: PrimePartner;
  readonly platform: Platform;
  /** An acceptable order of 6101 under a new id; `parts` replaces top-level members. */
  readonly order: (parts?: Record<string, unknown>) => Record<string, unknown>;
}

export const customers: Record<string, CustomerConfiguration> = {
  "6101": {
    ats: { username: "api-6101", password: "ats secret a" },
    platform: { username: "slipway-6101", password: "partner secret a" },
    packages: [
      { packageId: "p-100", name: "Numerical Reasoning", active: true },
      { packageId: "p-200", name: "Situational Judgement", active: true },
      { packageId: "p-900", name: "Retired Battery", active: false },
    ],
  },
  "7450": {
    ats: { username: "api-7450", password: "ats secret b" },
    platform: { username: "slipway-7450", password: "partner secret b" },
    packages: [{ packageId: "lx-7", name: "Logic and Numbers", active: true }],
  },
};

/** Starts ATS and partner for one test and ends them after it. */
export async function startWorld(options: PartnerOptions = {}): Promise<World> {
  const ats = await startAts();
  const partner = await startPartner(options);
  return {
    ats,
    partner,
    platform: new Platform(partner.endpoint, "6101"),
    order: orderBuilder(ats, "6101"),
  };
}

export async function startAts(): Promise<ScriptedAts> {
  const ats = await startScriptedAts({ "6101": "ats secret a", "7450": "ats secret b" });
  onTestFinished(ats.close);
  for (const [customerId, location] of [
    ["6101", "Leeds"],
    ["7450", "Berlin"],
  ]) {
    ats.profiles[`${customerId}/people/123`] = {
      firstname: "Ada",
      lastname: "Byron",
      email: "ada@example.test",
      phones: [{ entry: 1, phonenumber: "+44 1632 960001" }],
    };
    ats.profiles[`${customerId}/jobs/4`] = {
      jobtitle: "Analyst",
      joblocation: { id: 23, companyid: 7, value: location },
    };
    ats.profiles[`${customerId}/applicantworkflows/501`] = { status: { id: "D10100" } };
  }
  return ats;
}

export async function startPartner(options: PartnerOptions = {}): Promise<PrimePartner> {
  const partner = await startPrimePartner({ customers, firstDelayMs: 20, ...options });
  onTestFinished(partner.close);
  return partner;
}

let lastOrder = 0;

export function orderBuilder(ats: ScriptedAts, customerId: string): World["order"] {
  return (parts = {}) => {
    lastOrder += 1;
    return {
      orderId: `0198f0c2-5b7e-7c11-9a53-${String(lastOrder).padStart(12, "0")}`,
      customerId,
      packageId: customers[customerId]?.packages[0]?.packageId,
      createdAt: "2026-03-02T09:00:00.250Z",
      candidate: { id: 123, firstName: "Ada", lastName: "Byron", email: "ada@example.test" },
      job: { id: 4, title: "Analyst" },
      recruiter: { id: 9, email: "rita@example.test" },
      workflow: { id: 501 },
      links: [],
      api: { baseUrl: `${ats.publicBase}/customers/${customerId}` },
      ...parts,
    };
  };
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // A test states what it knows about a parsed body by reading it.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

/** Calls the partner as the platform does for one customer. */
export class Platform {
  readonly #endpoint: string;
  readonly #authorization: string;

  constructor(endpoint: string, customerId: string, password?: string) {
    const configured = customers[customerId]?.platform;
    const platform = configured !== undefined && "password" in configured ? configured : undefined;
    const secret = password ?? platform?.password ?? "";
    this.#endpoint = endpoint;
    this.#authorization = `Basic ${Buffer.from(`${platform?.username}:${secret}`).toString("base64")}`;
  }

  async get(path: string): Promise<Answered> {
    return this.send(path, {});
  }

  async post(path: string, body: unknown): Promise<Answered> {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return this.send(path, { method: "POST", body: text });
  }

  async send(path: string, init: RequestInit): Promise<Answered> {
    const headers = {
      authorization: this.#authorization,
      "content-type": "application/json",
      ...(init.headers as Record<string, string> | undefined),
    };
    const answer = await fetch(`${this.#endpoint}${path}`, { ...init, headers });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: JSON.parse(text) as unknown };
  }
}
