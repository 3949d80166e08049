import { expect, it } from "vitest";

import { frameworkRegistry } from "../framework-registry.ts";
import { slotsFor, type CollateralRevision } from "./collateral-slots.ts";

it.each(frameworkRegistry)(
  "every pack of $framework.id has its slots",
  ({ framework, collateral }) => {
    for (const { version } of framework.packs)
      expect(slotsFor(collateral, version).map(({ id }) => id)).toContain("no-hard-coding");
  },
);

it("keeps to a version's slots what a later guide asks for", () => {
  const slot = { id: "a", title: "a", requirement: "REQ-24", record: "everything" } as const;
  const revisions: readonly CollateralRevision[] = [
    { since: "2026.1", slots: [slot] },
    { since: "2026.10", slots: [slot, { ...slot, id: "b" }] },
  ];
  expect(slotsFor(revisions, "2026.2").map(({ id }) => id)).toEqual(["a"]);
  expect(slotsFor(revisions, "2026.10").map(({ id }) => id)).toEqual(["a", "b"]);
  expect(slotsFor(revisions, "2025.9")).toEqual([]);
});
