import { expect, test } from "vitest";
import { placesIn } from "../places-in.ts";
import { completesShapes } from "./completes-shapes.ts";

const folder = "packages/frameworks/src/prime-assessment";
const whole = {
  [`${folder}/guide.md`]: "",
  [`${folder}/contract.ts`]: "",
  [`${folder}/field-manifest.ts`]: "",
  [`${folder}/requirement-pack.ts`]: "",
  [`${folder}/scenarios/first-order.ts`]: "",
  [`${folder}/checks/answers.check.ts`]: "",
  [`${folder}/checks/answers.check.test.ts`]: "",
  [`${folder}/checks/answers.check.md`]: "",
};

test("passes a whole framework folder, and a shared folder that is none", async () => {
  expect(
    await placesIn(completesShapes, { ...whole, "packages/frameworks/src/wording/tone.ts": "" }),
  ).toEqual([]);
});

test("names what a check lacks", async () => {
  const { [`${folder}/checks/answers.check.md`]: _page, ...rest } = whole;
  expect(
    await placesIn(completesShapes, { ...rest, [`${folder}/checks/signs.check.ts`]: "" }),
  ).toEqual([
    `${folder}/checks/answers.check.ts:1 none. A check is a triad: judge, test, page.`,
    `${folder}/checks/signs.check.ts:1 none. A check is a triad: judge, test, page.`,
    `${folder}/checks/signs.check.ts:1 none. A check is a triad: judge, test, page.`,
  ]);
});

test("names what a framework folder lacks", async () => {
  const {
    [`${folder}/guide.md`]: _guide,
    [`${folder}/scenarios/first-order.ts`]: _scenario,
    ...rest
  } = whole;
  expect(await placesIn(completesShapes, rest)).toEqual([
    `${folder}/:1 none.`,
    `${folder}/:1 none.`,
  ]);
});
