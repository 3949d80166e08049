import {
  customerUrl,
  linkHeader,
  profileNouns,
  type Link,
  type ProfileNoun,
  type Tenant,
} from "@slipway/ats-model";

import { jsonAnswer } from "../../call/answer.ts";
import type { SessionCall } from "../../call/call.ts";
import { finishAnswer } from "../../call/finish-answer.ts";
import type { Answered } from "../../call/steps-of.ts";

/** The version of the platform that it tells; its value means nothing to clients. */
const buildVersion = "26.1";

const titles = {
  people: "Available Person Profiles",
  jobs: "Available Job Profiles",
  companies: "Available Company Profiles",
  applicantworkflows: "Available Recruiting Workflow Profiles",
} as const satisfies Record<ProfileNoun, string>;

/** 200 with the customer's own record; the `Link` header lists what it has (DOC, PAY). */
export function respondCustomer(call: SessionCall): Answered {
  const { tenant } = call.session;
  const body = {
    platformUrl: new URL(tenant.publicBase).host,
    // A number in practice (PAY); ids of ours are digits.
    id: Number(tenant.customerId),
    customerType: "test",
    name: tenant.name,
    buildVersion,
  };
  const answer = jsonAnswer(200, body, [
    ["link", linkHeader(linksOf(tenant))],
    ["x-customer-type", "test"],
  ]);
  return { answer: finishAnswer(call, answer) };
}

function linksOf(tenant: Tenant): readonly Link[] {
  const base = customerUrl(tenant);
  return [
    ...profileNouns.map((noun) => ({
      rel: "profiles",
      title: titles[noun],
      url: `${base}/${noun}`,
    })),
    ...profileNouns.map((noun) => ({
      rel: "search",
      title: `Search ${titles[noun].slice("Available ".length)}`,
      url: `${base}/search/${noun}`,
    })),
  ];
}
