import type { AnsweredCall, JsonAnswer } from "../journal.ts";
import { changing, isRepeated, missingIn, reasonOf, saying } from "./answers.ts";
import type { Faults } from "./fault.ts";

const isMissing = (call: AnsweredCall): boolean => missingIn(call).length > 0;

const repeatedSaying = (textOf: Parameters<typeof saying>[0]) => ({
  answer: changing(isRepeated, saying(textOf)),
});
const missingSaying = (textOf: Parameters<typeof saying>[0]) => ({
  answer: changing(isMissing, saying(textOf)),
});

/** What a recruiter reads. */
export const messageFaults = {
  "answers-with-page": {
    does: "refuses the same order again with a page in place of the error standard",
    behaviour: () => ({
      answer: changing(isRepeated, ({ answer }) =>
        raw(answer, "<html><body><h1>Bad request</h1></body></html>", "text/html"),
      ),
    }),
  },
  "answers-with-nothing": {
    does: "refuses the same order again with an empty body",
    behaviour: () => ({
      answer: changing(isRepeated, ({ answer }) => raw(answer, "", "application/json")),
    }),
  },
  "writes-markup": {
    does: "writes HTML into the message",
    behaviour: () => repeatedSaying(({ userMessage }) => `<b>${userMessage}</b>`),
  },
  "shows-stack-trace": {
    does: "shows a program's stack trace to the recruiter",
    behaviour: () =>
      repeatedSaying(
        ({ userMessage }) =>
          `${userMessage}\n    at takeOrder (/srv/app/orders.js:41:13)\n    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)`,
      ),
  },
  "shows-debug-text": {
    does: "shows the recruiter what is meant for developers",
    behaviour: () => missingSaying((call) => reasonOf(call)),
  },
  "shows-secret": {
    does: "repeats the credentials of the call in the message",
    behaviour: () =>
      repeatedSaying(({ userMessage, request }) => {
        const encoded = request.headers["authorization"]?.replace(/^Basic /iu, "") ?? "";
        return `${userMessage} (${Buffer.from(encoded, "base64").toString("utf8")})`;
      }),
  },
  "shows-internal-id": {
    does: "names an order by an internal id",
    behaviour: () =>
      repeatedSaying(
        ({ userMessage }) => `${userMessage} Reference 5f1c8e0a-6d2b-4f0e-9b7a-0d3c2e1f4a5b.`,
      ),
  },
  "names-no-order": {
    does: "does not say why the same order again was refused",
    behaviour: () => repeatedSaying(() => ""),
  },
  "names-no-field": {
    does: "says that something is missing, and not what",
    behaviour: () =>
      missingSaying(() => "Something is missing. Please fill it in and send the assessment again."),
  },
  "names-first-field-only": {
    does: "names the first of two missing fields only",
    behaviour: () => ({
      answer: changing(
        (call) => missingIn(call).length > 1,
        saying(
          (call) =>
            `The assessment cannot be sent because {{${missingIn(call)[0] ?? ""}}} is missing.`,
        ),
      ),
    }),
  },
  "names-wrong-field": {
    does: "names another field than the missing one",
    behaviour: () => ({
      answer: changing(
        (call) => missingIn(call).length === 1,
        saying((call) => {
          const [missing] = missingIn(call);
          const other = missing === "person.email" ? "person.lastname" : "person.email";
          return `The assessment cannot be sent because {{${other}}} is missing.`;
        }),
      ),
    }),
  },
  "writes-unknown-token": {
    does: "writes a token that stands for no field",
    behaviour: () =>
      repeatedSaying(({ userMessage }) => `${userMessage} Please look at {{person.nosuchfield}}.`),
  },
} satisfies Faults;

function raw(answer: JsonAnswer, text: string, type: string): JsonAnswer {
  return { ...answer, text, headers: { "content-type": type } };
}
