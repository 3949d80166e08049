import { expect, test } from "vitest";
import { placesIn } from "../places-in.ts";
import { completesMessageRules } from "./completes-message-rules.ts";

const stem = "packages/frameworks/src/messages/rules/is-kind";
const whole: Readonly<Record<string, string>> = {
  [`${stem}.rule.ts`]: 'export const isKind: MessageRule = {\n  id: "message.is-kind",\n};\n',
  [`${stem}.rule.test.ts`]: "",
  [`${stem}.rule.md`]: "# Is kind\n\n`message.is-kind`\n",
  [`${stem}.samples.ts`]: "",
};

test("passes a whole rule", async () => {
  expect(await placesIn(completesMessageRules, whole)).toEqual([]);
});

test.each([".rule.test.ts", ".rule.md", ".samples.ts"])("names a missing %s", async (ending) => {
  const { [`${stem}${ending}`]: _missing, ...rest } = whole;
  expect(await placesIn(completesMessageRules, rest)).toEqual([`${stem}.rule.ts:1 none.`]);
});

test("names a page without the rule's id", async () => {
  expect(
    await placesIn(completesMessageRules, { ...whole, [`${stem}.rule.md`]: "# Is kind\n" }),
  ).toEqual([`${stem}.rule.md:1 no such words.`]);
});
