import { setTimeout as wait } from "node:timers/promises";

import { Refusal } from "@slipway/sdk";

import type { AssessmentPackage } from "../core/configuration.ts";
import type { ReceivedOrder } from "../core/parse-order.ts";
import {
  accepted,
  changing,
  isOrder,
  isRepeated,
  missingIn,
  reasonOf,
  withMembers,
} from "./answers.ts";
import type { Faults } from "./fault.ts";
import { addingPackages } from "./good-variants.ts";

const withStatus = (status: number) => ({
  answer: changing(isRepeated, ({ answer }) => ({ ...answer, status })),
});

/** How often each of the two customers is asked for its packages before a run begins. */
const listsBeforeRun = 2;

/** The package list, from the second time on: whoever connects is shown the right one. */
const packagesLater = (change: (one: AssessmentPackage) => object) => {
  let seen = 0;
  return {
    answer: changing(
      ({ request, answer }) => request.url.startsWith("/packages") && answer.status === 200,
      ({ answer }) => {
        seen += 1;
        if (seen <= listsBeforeRun) return answer;
        // The right answer is the partner's own list.
        const { packages } = answer.body as { readonly packages: readonly AssessmentPackage[] };
        return { ...answer, body: { packages: packages.map(change) } };
      },
    ),
  };
};

/** Refuses a later order for a candidate and job whose first order it stands so to. */
const refusingSecond = (isDuplicate: (one: ReceivedOrder, earlier: ReceivedOrder) => boolean) => {
  const firstOf = new Map<string, ReceivedOrder>();
  return {
    understand: (received: ReceivedOrder): ReceivedOrder => {
      const { customerId, candidate, job } = received;
      const request = `${customerId} ${candidate.id} ${job.id}`;
      const earlier = firstOf.get(request);
      if (earlier === undefined) firstOf.set(request, received);
      else if (isDuplicate(received, earlier)) {
        const text = "This assessment was already ordered for this candidate.";
        throw Refusal.userError(text, "duplicate: candidate and job are known");
      }
      return received;
    },
  };
};

/** The members of an order in the contract of today. */
const knownMembers = new Set(
  "orderId customerId packageId test createdAt candidate job recruiter workflow links api".split(
    " ",
  ),
);

/** How orders are taken and refused. */
export const orderFaults = {
  "accepts-repeated-order": {
    does: "answers the same order again with 200, as if it were new",
    behaviour: () => ({ answer: changing(isRepeated, () => accepted(200)) }),
  },
  "refuses-repeated-order-with-409": {
    does: "refuses the same order again with 409",
    behaviour: () => withStatus(409),
  },
  "refuses-repeated-order-with-500": {
    does: "refuses the same order again with 500",
    behaviour: () => withStatus(500),
  },
  "accepts-two-at-once": {
    does: "looks for an earlier order before it has written the first of two",
    behaviour: () => ({ exclusively: async (_keys, work) => work() }),
  },
  "accepts-other-body": {
    does: "accepts an earlier order's id with another candidate",
    behaviour: () => ({
      answer: changing(
        (call) => reasonOf(call).startsWith("duplicate: the order id"),
        () => accepted(),
      ),
    }),
  },
  "accepts-other-id": {
    does: "accepts another id for a candidate, job and package that has an open order",
    behaviour: () => ({
      answer: changing(
        (call) => reasonOf(call).startsWith("duplicate: an order"),
        () => accepted(),
      ),
    }),
  },
  "begins-again-after-result": {
    does: "accepts a repeat after the result as if it were new",
    behaviour: () => ({
      answer: changing(
        (call) => reasonOf(call) === "duplicate: the order is complete",
        () => accepted(),
      ),
    }),
  },
  "refuses-complete-order": {
    does: "answers a complete order with 500",
    behaviour: () => ({
      answer: changing(
        (call) => isOrder(call) && call.answer.status === 202,
        ({ answer }) => ({ ...answer, status: 500 }),
      ),
    }),
  },
  "accepts-without-contract": {
    does: "accepts with a body that the contract does not know",
    behaviour: () => ({
      answer: changing(
        (call) => isOrder(call) && call.answer.status === 202,
        () => ({ status: 202, body: { ok: "yes" } }),
      ),
    }),
  },
  "lists-packages-without-names": {
    does: "lists packages without their names",
    behaviour: () => packagesLater(({ name: _name, ...rest }) => rest),
  },
  "lists-no-active-package": {
    does: "lists no package that can be ordered",
    behaviour: () => packagesLater((one) => ({ ...one, active: false })),
  },
  "lists-packages-of-before": {
    does: "declares that it adds packages, and goes on showing the list it had at the start",
    behaviour: () => addingPackages((packages) => packages),
  },
  "answers-slowly": {
    does: "takes longer for an answer than the budget",
    behaviour: () => ({
      answer: changing(isOrder, async ({ answer }) => {
        await wait(overBudgetMs());
        return answer;
      }),
    }),
  },
  "answers-late": {
    does: "answers orders after the platform has stopped waiting",
    behaviour: () => ({
      answer: changing(isOrder, async ({ answer }) => {
        await wait(slowAnswerMs());
        return answer;
      }),
    }),
  },
  "accepts-missing-field": {
    does: "accepts an order that lacks a required field",
    behaviour: () => ({
      answer: changing(
        (call) => missingIn(call).length === 1 && !holdsBlank(call.received),
        () => accepted(),
      ),
    }),
  },
  "accepts-blanks": {
    does: "takes an empty or blank value for a value",
    behaviour: () => ({
      answer: changing(
        (call) => missingIn(call).length > 0 && holdsBlank(call.received),
        () => accepted(),
      ),
    }),
  },
  "accepts-unknown-package": {
    does: "accepts an order for a package that it does not list",
    behaviour: () => ({
      answer: changing(
        (call) => reasonOf(call).startsWith("order refused: the package"),
        () => accepted(),
      ),
    }),
  },
  "accepts-unknown-customer": {
    does: "accepts an order for a customer whom nobody has, with a known customer's credentials",
    behaviour: () => ({
      answer: changing(
        (call) => isOrder(call) && reasonOf(call) === "unknown customer",
        () => accepted(),
      ),
    }),
  },
  "breaks-on-unknown-members": {
    does: "breaks with 500 when an order has members that it does not know",
    behaviour: () => ({
      read: (body) => {
        const strange = Object.keys(body as object).filter((name) => !knownMembers.has(name));
        if (strange.length > 0) throw new Error(`unknown members: ${strange.join(", ")}`);
      },
    }),
  },
  "breaks-on-malformed-body": {
    does: "answers a body that is no JSON with 500",
    behaviour: () => ({
      answer: changing(
        (call) => isOrder(call) && reasonOf(call).startsWith("Expected JSON in UTF-8"),
        ({ answer }) => ({ ...answer, status: 500 }),
      ),
    }),
  },
  "refuses-other-package": {
    does: "takes a second package for the same candidate and job for a duplicate",
    behaviour: () =>
      refusingSecond(
        ({ packageId }, earlier) => packageId !== undefined && packageId !== earlier.packageId,
      ),
  },
  "refuses-second-round": {
    does: "takes a new order after the result for a duplicate",
    behaviour: () =>
      refusingSecond(
        ({ packageId, orderId }, earlier) =>
          packageId === earlier.packageId && orderId !== earlier.orderId,
      ),
  },
  "accepts-wrong-credentials": {
    does: "accepts an order with wrong credentials",
    behaviour: () => ({
      answer: changing(
        (call) => isOrder(call) && call.answer.status === 401,
        () => accepted(),
      ),
    }),
  },
  "cannot-read-gzip": {
    does: "takes a compressed body for plain text",
    behaviour: () => ({
      arrive: ({ headers }) => {
        delete headers["content-encoding"];
      },
    }),
  },
  "refuses-events": {
    does: "answers the event of a status change with 500",
    behaviour: () => ({
      answer: changing(
        ({ request }) => request.url === "/events",
        ({ answer }) => ({ ...answer, status: 500 }),
      ),
    }),
  },
  "ignores-cancel": {
    does: "answers a cancellation with 200 and goes on",
    behaviour: () => ({ cancels: false }),
  },
  "refuses-cancel": {
    does: "declares cancelling and answers it with 404",
    behaviour: () => ({
      answer: changing(
        ({ request }) => request.url.endsWith("/cancel"),
        ({ answer }) => ({ ...answer, status: 404 }),
      ),
    }),
  },
  "hides-completion": {
    does: "never tells when an order was completed",
    behaviour: () => ({
      answer: changing(
        ({ request }) => request.method === "GET" && request.url.startsWith("/orders/"),
        ({ answer }) => withMembers(answer, { completedAt: undefined }),
      ),
    }),
  },
} satisfies Faults;

/** Longer than the platform waits for an answer: its real time is 30 seconds. */
function slowAnswerMs(): number {
  return Number(process.env["PRIME_PARTNER_SLOW_MS"] ?? 31_000);
}

/** Longer than the budget of the pack in force, which is ten seconds, and shorter than the platform waits. */
function overBudgetMs(): number {
  return Number(process.env["PRIME_PARTNER_OVER_BUDGET_MS"] ?? 12_000);
}

function holdsBlank(received: ReceivedOrder | undefined): boolean {
  const texts = [
    ...Object.values(received?.candidate ?? {}),
    received?.job.title,
    received?.packageId,
  ];
  return texts.some((text) => typeof text === "string" && text.trim() === "");
}
