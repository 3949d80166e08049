import { expect, test } from "vitest";
import { placesIn } from "../places-in.ts";
import { documentsEveryCode } from "./documents-every-code.ts";

const folder = "packages/frameworks/src/prime-assessment/checks";

test("names a problem without its meaning and a code that nothing makes", async () => {
  const text = [
    'export type LogCode = "LOG-CLOSED" | "LOG-FULL" | "LOG-LOST";',
    "",
    "/** The log is closed. */",
    'export const closed = () => new LogProblem({ code: "LOG-CLOSED", status: 503 });',
    "",
    'export const full = (a: boolean) => refusal(a ? "LOG-FULL" : "LOG-CLOSED", "internalError");',
  ].join("\n");
  expect(await placesIn(documentsEveryCode, { "packages/a/src/log.problems.ts": text })).toEqual([
    "packages/a/src/log.problems.ts:6 none. It is what docs/errors.md says.",
    "packages/a/src/log.problems.ts:1 no place that makes LOG-LOST.",
  ]);
});

test("names a check that the list lacks, and a row without its check", async () => {
  expect(
    await placesIn(documentsEveryCode, {
      [`${folder}/answers.check.ts`]:
        'export const answers: CaseCheck = {\n  id: "orders.answers",\n};\n',
      [`${folder}/answers.check.md`]: "# orders.answers\n",
      "docs/checks.md": "| check |\n| --- |\n| [`orders.gone`](gone.md) |\n",
    }),
  ).toEqual([
    `${folder}/answers.check.ts:1 no row. Add it to its framework's list of checks.`,
    "docs/checks.md:1 none for orders.gone.",
  ]);
});

test("names a check whose page does not name it, and an id given twice", async () => {
  const check = 'export const answers: CaseCheck = {\n  id: "orders.answers",\n};\n';
  expect(
    await placesIn(documentsEveryCode, {
      [`${folder}/answers.check.ts`]: check,
      [`${folder}/answers.check.md`]: "# orders.answers\n",
      [`${folder}/replies.check.ts`]: check,
      [`${folder}/replies.check.md`]: "# Replies\n",
      "docs/checks.md": "| [`orders.answers`](answers.md) |\n",
    }),
  ).toEqual([
    `${folder}/replies.check.md:1 no such words.`,
    `${folder}/replies.check.ts:1 orders.answers, which ${folder}/answers.check.ts has.`,
  ]);
});

test("names an event that the catalogue lacks", async () => {
  expect(
    await placesIn(documentsEveryCode, {
      "packages/a/src/event.ts":
        'export const known = "JobClosedEvent";\nexport const unknown = "JobOpenedEvent";\n',
      "docs/events.md": "# Events\n\n## JobClosedEvent\n",
    }),
  ).toEqual(["packages/a/src/event.ts:2 no section. Add it to the event catalogue."]);
});
