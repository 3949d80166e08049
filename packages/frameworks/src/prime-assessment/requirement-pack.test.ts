import { packHash } from "@slipway/conformance";
import { describe, expect, it } from "vitest";

import { primeAssessment } from "./prime-assessment.framework.ts";

const { packs, checks, scenarios } = primeAssessment;

describe.each(packs)("requirement pack $version", (pack) => {
  const asked = pack.requirements.flatMap((requirement) => requirement.checks);

  it("gives every requirement its own id, a duty and a check", () => {
    const ids = pack.requirements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const requirement of pack.requirements) {
      expect(requirement.id).toMatch(/^PA-[A-Z]{2,3}\d?-\d+$/u);
      expect(requirement.checks.length).toBeGreaterThan(0);
      expect(requirement.duties.length).toBeGreaterThan(0);
      for (const duty of requirement.duties)
        expect(duty).toMatch(/^REQ-(?:0[1-9]|[1-3]\d|4[0-3])$/u);
    }
  });

  it("asks for no check that does not exist", () => {
    expect(checks.map(({ id }) => id)).toEqual(expect.arrayContaining(asked));
  });

  it("drives every scenario that its checks judge, in the framework's order", () => {
    const wanted = checks.filter(({ id }) => asked.includes(id));
    const judged = wanted.flatMap((check) => (check.scope === "case" ? check.scenarios : []));
    expect([...new Set(judged)].toSorted()).toStrictEqual([...pack.scenarios].toSorted());
    const known = scenarios.map(({ id }) => id);
    expect(known.filter((id) => pack.scenarios.includes(id))).toStrictEqual([...pack.scenarios]);
  });

  it("serves the duties of the three use cases, of real time, of the manifest and of hard-coded values", () => {
    const duties = new Set(pack.requirements.flatMap((requirement) => requirement.duties));
    for (const duty of ["REQ-15", "REQ-16", "REQ-18", "REQ-19", "REQ-20", "REQ-22", "REQ-24"])
      expect(duties).toContain(duty);
  });
});

describe("the packs together", () => {
  it("are told apart by version and hash, the newest last", () => {
    const versions = packs.map(({ version }) => version);
    expect(versions).toStrictEqual(versions.toSorted());
    expect(new Set(packs.map(packHash)).size).toBe(packs.length);
  });

  it("ask, in the newest of them, for every check and every scenario there is", () => {
    const [newest] = packs.slice(-1);
    const asked = newest?.requirements.flatMap((requirement) => requirement.checks);
    expect(asked?.toSorted()).toStrictEqual(checks.map(({ id }) => id).toSorted());
    expect(newest?.scenarios).toStrictEqual(scenarios.map(({ id }) => id));
  });

  it("leave the first version as runs have used it", () => {
    expect(packs.map(packHash)[0]).toBe(
      "49750fc43485b15ad74e45ae5c13adbe8d4db469b44bae7d96ca245944b85d7b",
    );
  });

  it("give each check an id of its own", () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
  });
});
