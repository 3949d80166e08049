import { describe, expect, it } from "vitest";
import { defaultSwitches, vendorSwitches } from "./vendor-switches.ts";

describe("vendor switches", () => {
  it("have a default among their values, an id and a page of their own, and say what is known", () => {
    for (const one of vendorSwitches) {
      const values: readonly string[] = one.values;
      expect(values).toContain(one.default);
      expect(new Set(values).size).toBeGreaterThan(1);
      expect(one.known).toMatch(/\.$/);
      expect(one.page).toMatch(/^[a-z0-9-]+$/);
    }
    expect(new Set(vendorSwitches.map(({ id }) => id)).size).toBe(vendorSwitches.length);
    expect(new Set(vendorSwitches.map(({ page }) => page)).size).toBe(vendorSwitches.length);
  });

  it("give a new tenant each switch at its default", () => {
    expect(defaultSwitches).toStrictEqual(
      Object.fromEntries(vendorSwitches.map((one) => [one.id, one.default])),
    );
    expect(defaultSwitches.duplicateWorkflow).toBe("error-400");
  });
});
