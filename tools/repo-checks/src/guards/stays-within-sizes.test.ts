import { expect, test } from "vitest";
import { plantTree } from "../plant-tree.ts";
import { staysWithinSizes } from "./stays-within-sizes.ts";

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join("\n");
}

async function findingsIn(text: string): Promise<readonly string[]> {
  const { findings } = await staysWithinSizes(plantTree({ "packages/a/src/long.ts": text }));
  return findings.map(({ level, line, message }) => `${level} ${line} ${message}`);
}

test("fails a file over the stop, and warns of one over the question", async () => {
  expect(await findingsIn(lines(401, (index) => `export const n${index} = 1;`))).toEqual([
    "error 1 Expected at most 400 lines, found 401.",
  ]);
  expect(await findingsIn(lines(251, (index) => `export const n${index} = 1;`))).toEqual([
    "warning 1 Expected at most 250 lines, found 251.",
  ]);
  expect(await findingsIn(lines(250, (index) => `export const n${index} = 1;`))).toEqual([]);
});

test("lets one exported table be as long as it is", async () => {
  expect(
    await findingsIn(`export const table = [\n${lines(600, (index) => `  ${index},`)}\n];\n`),
  ).toEqual([]);
});

test("warns of a long function, at its line", async () => {
  const body = lines(41, (index) => `  step(${index});`);
  expect(await findingsIn(`\nexport function long() {\n${body}\n}\n`)).toEqual([
    "warning 2 Expected a function of at most 40 lines, found 43.",
  ]);
});
