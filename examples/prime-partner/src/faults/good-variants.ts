import { setTimeout as wait } from "node:timers/promises";

import type { Behaviour } from "../behaviour.ts";
import type { AssessmentPackage } from "../core/configuration.ts";
import { changing, isOrder, missingIn, reasonOf, saying, withMembers } from "./answers.ts";
import type { Faults } from "./fault.ts";

/** Adds a package for each customer when it is asked to; what the list then shows is up to `show`. */
export const addingPackages = (
  show: (
    packages: readonly AssessmentPackage[],
    added: readonly AssessmentPackage[],
  ) => readonly AssessmentPackage[],
): Behaviour => {
  const addedFor = new Map<string, readonly AssessmentPackage[]>();
  return {
    answer: changing(
      ({ request, answer }) => request.url.startsWith("/packages") && answer.status === 200,
      ({ request, answer }) => {
        const { searchParams } = new URL(request.url, "http://localhost");
        const customerId = searchParams.get("customerId") ?? "";
        const added = addedFor.get(customerId) ?? [];
        if (searchParams.get("test") === "add-package") {
          const number = `${customerId}-${added.length + 1}`;
          const one = { packageId: `pk-new-${number}`, name: `New ${number}`, active: true };
          addedFor.set(customerId, [...added, one]);
        }
        // The right answer is the partner's own list.
        const { packages } = answer.body as { readonly packages: readonly AssessmentPackage[] };
        return withMembers(answer, { packages: show(packages, added) });
      },
    ),
  };
};

/** Ways in which partners differ that follow the guide all the same. Nobody may be accused of these. */
export const goodVariants = {
  "follows-the-guide": { does: "does what the guide says", behaviour: () => ({}) },
  "takes-its-time": {
    does: "answers orders slowly, and within the budget",
    behaviour: () => ({
      answer: changing(isOrder, async ({ answer }) => {
        await wait(700);
        return answer;
      }),
    }),
  },
  "accepts-with-200": {
    does: "accepts orders with 200",
    behaviour: () => ({
      answer: changing(
        (call) => isOrder(call) && call.answer.status === 202,
        ({ answer }) => ({ ...answer, status: 200 }),
      ),
    }),
  },
  "sends-extra-keys": {
    does: "sends members that the contract does not know",
    behaviour: () => ({
      answer: ({ answer }) => withMembers(answer, { trace: "t-1", version: { major: 3 } }),
    }),
  },
  "speaks-german": {
    does: "writes messages in another language, with wordings that it declares",
    behaviour: () => ({
      answer: changing(
        (call) => isOrder(call) && reasonOf(call) !== "" && call.answer.status === 400,
        saying((call) => {
          const missing = missingIn(call).map((key) => germanWordings[key]?.[0] ?? "das Paket");
          return missing.length > 0
            ? `Bitte ergänzen Sie ${missing.join(" und ")} und senden Sie die Einladung noch einmal.`
            : "Diese Einladung wurde schon verschickt. Bitte warten Sie auf das Ergebnis.";
        }),
      ),
    }),
  },
  "writes-constants": {
    does: "writes the same note for every customer",
    behaviour: () => ({
      callAts: (callAts) => async (call) => {
        const { body } = call;
        return callAts(
          body?.["assessmentnotes"] === undefined
            ? call
            : { ...call, body: { ...body, assessmentnotes: "Completed online." } },
        );
      },
    }),
  },
  "adds-test-package": {
    does: "adds a package when it is asked to, as it declares",
    behaviour: () => addingPackages((packages, added) => [...packages, ...added]),
  },
  "asks-twice": {
    does: "reads a candidate again before it writes",
    behaviour: () => ({
      callAts: (callAts) => async (call) => {
        if (call.method === "GET") await callAts(call);
        return callAts(call);
      },
    }),
  },
} satisfies Faults;

/** What `speaks-german` declares as its wordings. */
export const germanWordings: Readonly<Record<string, readonly string[]>> = {
  "person.firstname": ["Vornamen"],
  "person.lastname": ["Nachnamen"],
  "person.email": ["E-Mail-Adresse"],
  "job.jobtitle": ["Stellenbezeichnung"],
  package: ["das Paket"],
};
