import { expect, test } from "vitest";

import { frameworkRegistry } from "./framework-registry.ts";

test("every requirement of an optional feature is one of the framework's packs", () => {
  for (const { framework, optionalFeatures } of frameworkRegistry) {
    const known = framework.packs.flatMap(({ requirements }) => requirements.map(({ id }) => id));
    for (const { requirements } of optionalFeatures)
      expect(known).toEqual(expect.arrayContaining([...requirements]));
  }
});
