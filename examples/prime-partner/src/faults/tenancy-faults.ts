import type { AtsCall } from "./ats-call.ts";
import type { ReceivedOrder } from "../core/parse-order.ts";
import { asFirst } from "./ats-faults.ts";
import type { Faults } from "./fault.ts";
import { plainAttempt } from "./plain-attempt.ts";

const customerIn = ({ address }: AtsCall): string | undefined =>
  /\/customers\/(\d+)/u.exec(address)?.[1];

const writesNewRow = ({ method, address }: AtsCall): boolean =>
  method === "POST" && address.endsWith("/fields/assessmentresults");

/** What is the first customer's, used for all. */
export const tenancyFaults = {
  "hard-codes-customer-id": {
    does: "calls the ATS of every customer with the first one's id",
    behaviour: () => ({
      callAts: asFirst(customerIn, (call, id) => ({
        ...call,
        address: call.address.replace(/\/customers\/\d+/u, `/customers/${id}`),
      })),
    }),
  },
  "hard-codes-base-address": {
    does: "calls every customer's ATS at the first one's address",
    behaviour: () => ({
      callAts: asFirst(
        ({ address }) => new URL(address).origin,
        (call, origin) => ({
          ...call,
          address: call.address.replace(/^https?:\/\/[^/]+/u, origin),
        }),
      ),
    }),
  },
  "hard-codes-credentials": {
    does: "calls every customer's ATS with the first one's credentials",
    behaviour: () => ({
      callAts: asFirst(
        ({ credentials }) => credentials,
        (call, credentials) => ({ ...call, credentials }),
      ),
    }),
  },
  "hard-codes-package": {
    does: "writes the first customer's package name into every result row",
    behaviour: () => ({
      callAts: asFirst(
        (call) => (writesNewRow(call) ? call.body?.["assessmentname"] : undefined),
        (call, assessmentname) =>
          writesNewRow(call) ? { ...call, body: { ...call.body, assessmentname } } : call,
      ),
    }),
  },
  "hard-codes-status-node": {
    does: "moves every candidate to a recruiting status by the id that it has at the first customer",
    behaviour: () => {
      let node: string | undefined;
      return {
        callAts: (callAts) => async (call) => {
          const answer = await callAts(call);
          const [workflow] = /^.*\/applicantworkflows\/\d+(?=\/fields\/)/u.exec(call.address) ?? [];
          if (call.method !== "PATCH" || workflow === undefined) return answer;
          const application = { ...call, address: workflow };
          if (node === undefined) node = await moveByText(application);
          else await plainAttempt({ ...application, body: { status: { id: node } } });
          return answer;
        },
      };
    },
  },
  "mixes-up-customers": {
    does: "reads a candidate from the ATS of the customer it served before",
    behaviour: () => {
      let before: ReceivedOrder | undefined;
      return {
        understand: (received) => {
          const { atsAddress } = before ?? received;
          before = received;
          return { ...received, atsAddress };
        },
      };
    },
  },
} satisfies Faults;

/** How the status for a result is called at one customer or the other. */
const statusTexts = ["Assessment Received", "Online Test Scored"];

/** Moves an application to the first of these statuses that the customer has; the id under which it is kept there. */
async function moveByText(application: AtsCall): Promise<string | undefined> {
  for (const value of statusTexts) {
    const { status } = await plainAttempt({ ...application, body: { status: { value } } });
    if (status >= 300) continue;
    const { credentials } = application;
    const address = `${application.address}?fields=status`;
    const { body } = await plainAttempt({ method: "GET", address, credentials });
    // A list value of this API has an id.
    return (body?.["status"] as { readonly id?: string } | undefined)?.id;
  }
  return undefined;
}
