import { expect, test } from "vitest";
import type { RecordedProof } from "./proofs.ts";
import { requirementState } from "./requirement-state.ts";
import type { Requirement } from "./requirements.ts";

const whole: Requirement = {
  id: "REQ-19",
  group: "Initial validation",
  needs: "api",
  duty: "A duplicate is refused.",
  remaining: null,
};
const cited = [{ requirement: "REQ-19", path: "packages/frameworks/src/pack.ts", line: 1 }];

function provenThrough(door: RecordedProof["door"]): readonly RecordedProof[] {
  const file = "journeys/src/first.test.ts";
  return [
    { requirement: "REQ-19", door, test: "refuses", file, record: "journeys/proofs/first.json" },
  ];
}

test("a requirement that nothing cites is open", () => {
  expect(requirementState(whole, [], [])).toBe("open");
});

test("a citation without a proof through a door is partial", () => {
  expect(requirementState(whole, [], cited)).toBe("partial");
});

test("a proof does not finish what remains to be built", () => {
  const unfinished = { ...whole, remaining: "The wording declared by the partner." };
  expect(requirementState(unfinished, provenThrough("http"), cited)).toBe("partial");
});

test("a duty of the API is done once it is proven over HTTP or the command line", () => {
  expect(requirementState(whole, provenThrough("http"), cited)).toBe("done");
  expect(requirementState(whole, provenThrough("command-line"), cited)).toBe("done");
});

test("a duty that people do on a screen is done only through the browser", () => {
  const onScreen = { ...whole, needs: "screen" } as const;
  expect(requirementState(onScreen, provenThrough("http"), cited)).toBe("API");
  expect(requirementState(onScreen, provenThrough("browser"), cited)).toBe("done");
});
