import { describe, expect, it } from "vitest";

import type { Json, JsonObject } from "@slipway/foundation";

import { branchedFramework } from "../testing/branched-framework.world.ts";
import { parseDraft, type ParsedDraft } from "./parse-draft.ts";

const good = {
  version: "3-draft",
  title: "Toy, in preparation",
  settings: { answerBudgetMs: 500 },
  requirements: [
    { id: "B-1", severity: "advisory", checks: ["branch.first"] },
    { id: "B-9", title: "New", severity: "must", checks: ["branch.whole", "branch.third"] },
  ],
} as const satisfies JsonObject;

const parsed = (differences: JsonObject): ParsedDraft =>
  parseDraft({ ...good, ...differences }, branchedFramework);

const findingsOf = (result: ParsedDraft): readonly string[] =>
  result.kind === "wrong"
    ? result.findings.map(({ where, message }) => `${where}: ${message}`)
    : [];

const requirement = (differences: JsonObject): JsonObject => ({
  requirements: [{ ...good.requirements[1], ...differences }],
});

describe("a draft pack from a file", () => {
  it("takes what it leaves out from the newest pack", () => {
    const result = parsed({});
    expect(result).toMatchObject({
      kind: "read",
      pack: {
        id: "toy",
        framework: "toy",
        settings: { answerBudgetMs: 500, resultBudgetMs: 1000 },
        scenarios: ["one.first", "two.second", "two.third"],
        requirements: [{ id: "B-1", title: "B-1", duties: [] }, { id: "B-9" }],
      },
    });
  });

  it.each<[string, JsonObject, readonly string[]]>([
    ["a missing requirement id", requirement({ id: "" }), ["pack.requirements[0].id"]],
    ["a title that nobody knows", requirement({ title: 7 }), ["pack.requirements[0].title"]],
    ["another severity", requirement({ severity: "should" }), ["pack.requirements[0].severity"]],
    ["no check", requirement({ checks: [] }), ["pack.requirements[0].checks"]],
    [
      "an unknown check",
      requirement({ checks: ["branch.whole", "branch.thrid"] }),
      ["pack.requirements[0].checks[1]"],
    ],
    [
      "an unknown scenario",
      { scenarios: ["one.first", "two.third", "tow.second"] },
      ["pack.scenarios[2]"],
    ],
    [
      "a check whose scenarios it does not drive",
      { scenarios: ["one.first"] },
      ["pack.requirements[1].checks[1]"],
    ],
    [
      "the same requirement twice",
      { requirements: [good.requirements[0], good.requirements[0]] },
      ["pack.requirements[1].id"],
    ],
    ["a version that has another content", { version: "2" }, ["pack.version"]],
    ["another framework's", { framework: "prime" }, ["pack.framework"]],
    ["a budget of nothing", { settings: { answerBudgetMs: 0 } }, ["pack.settings.answerBudgetMs"]],
    ["a misspelt setting", { settings: { answerBudget: 5 } }, ["pack.settings"]],
    ["a misspelt member", { requirments: [] }, ["pack"]],
    ["several faults at once", { version: "", title: null }, ["pack.version", "pack.title"]],
  ])("finds %s, and says where", (_, differences, places) => {
    const result = parsed(differences);
    expect(result.kind === "wrong" ? result.findings.map(({ where }) => where) : []).toEqual(
      places,
    );
  });

  it.each<[string, Json]>([
    ["nothing", null],
    ["a list", []],
    ["an empty object", {}],
  ])("says what is missing of %s", (_, draft) => {
    expect(findingsOf(parseDraft(draft, branchedFramework)).join("\n")).toMatch(
      /Expected .+ pack/u,
    );
  });

  it("names the nearest of what it does not know", () => {
    expect(findingsOf(parsed(requirement({ checks: ["branch.thrid"] })))).toEqual([
      'pack.requirements[0].checks[0]: Expected a check of toy, found "branch.thrid" (nearest: branch.third)',
    ]);
  });
});
