import type { CaseCheck } from "../check.ts";
import type { Framework } from "../framework.ts";
import { fail, pass } from "../judgements.ts";
import type { Progress } from "../performer.ts";
import type { Scenario } from "../scenario.ts";
import { ask, toyFramework } from "./toy-framework.world.ts";

/** A framework with two use cases, checks of cases and one of the run; each scenario asks once, in a step of its own name. */
export const branchedFramework: Framework = {
  ...toyFramework,
  scenarios: [scenario("one.first"), scenario("two.second"), scenario("two.third")],
  checks: [
    check("branch.first", "one.first"),
    check("branch.second", "two.second"),
    check("branch.third", "two.third"),
    {
      id: "branch.whole",
      version: 1,
      title: "All of it was asked",
      fault: "partner",
      scope: "run",
      judge: ({ cases }) => [
        cases.length === 6
          ? pass()
          : fail({ expected: "6 cases", arrived: String(cases.length), toDo: "drive them all" }),
      ],
    },
  ],
  packs: toyFramework.packs.map((pack) => ({
    ...pack,
    scenarios: ["one.first", "two.second", "two.third"],
    requirements: [
      requirement("B-1", "branch.first"),
      requirement("B-2", "branch.second", "branch.third"),
      requirement("B-3", "branch.whole"),
    ],
  })),
};

/** What a step answers so that its check fails. */
export const brokenWhere: Readonly<Record<"partner", Progress>> = {
  partner: { kind: "done", facts: { question: "refused" } },
};

function scenario(id: string): Scenario {
  const name = id.slice(id.indexOf(".") + 1);
  return {
    id,
    title: id,
    instances: () => [{ name: "", parameters: {} }],
    play: async (stage) => {
      await stage.step(name, ask, {});
    },
  };
}

function check(id: string, scenarioId: string): CaseCheck {
  return {
    id,
    version: 1,
    title: `It answers in ${scenarioId}`,
    fault: "partner",
    scope: "case",
    scenarios: [scenarioId],
    judge: ({ steps }) =>
      Object.values(steps).some(({ facts }) => facts?.["question"] === "refused")
        ? fail({ expected: "an answer", arrived: "refused", toDo: "answer" })
        : pass(),
  };
}

function requirement(
  id: string,
  ...checks: readonly string[]
): Framework["packs"][number]["requirements"][number] {
  return { id, title: id, duties: [], severity: "must", checks };
}
