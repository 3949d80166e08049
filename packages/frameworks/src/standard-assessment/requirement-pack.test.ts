import { describe, expect, it } from "vitest";

import { standardAssessment } from "./standard-assessment.framework.ts";

const { packs, checks, scenarios } = standardAssessment;

describe.each(packs)("requirement pack $version", (pack) => {
  const asked = pack.requirements.flatMap((requirement) => requirement.checks);

  it("gives every requirement its own id, a duty and a check", () => {
    const ids = pack.requirements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const requirement of pack.requirements) {
      expect(requirement.id).toMatch(/^SA-[A-Z]{2,3}\d?-\d+$/u);
      expect(requirement.checks.length).toBeGreaterThan(0);
      expect(requirement.duties.length).toBeGreaterThan(0);
    }
  });

  it("asks for every check there is, and for no other", () => {
    expect([...new Set(asked)].toSorted()).toStrictEqual(checks.map(({ id }) => id).toSorted());
  });

  it("drives every scenario that a check judges, and knows every scenario that it drives", () => {
    const judged = checks.flatMap((check) => (check.scope === "case" ? check.scenarios : []));
    expect([...new Set(judged)].toSorted()).toStrictEqual([...pack.scenarios].toSorted());
    expect(scenarios.map(({ id }) => id)).toStrictEqual([...pack.scenarios]);
  });
});

describe("the checks together", () => {
  it("have an id of their own each", () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
  });
});
