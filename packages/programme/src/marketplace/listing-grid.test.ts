import { listingEvents, listingStates, type ListingState } from "@slipway/marketplace";
import { describe, expect, it } from "vitest";

import { roles, type Role } from "../lifecycle/actor.ts";
import type { Guard, Unmet } from "../lifecycle/guard.ts";
import type { Path } from "../lifecycle/transition.ts";
import { applyListingEvent, type ListingHappening } from "./apply-listing-event.ts";
import { listingTransitions } from "./listing-transitions.ts";

const at = new Date("2026-03-01T09:00:00.000Z");
const iso = at.toISOString();
const reason = "For a reason.";

const listings: Readonly<Record<ListingState["kind"], ListingState>> = {
  drafting: { kind: "drafting" },
  published: { kind: "published", since: iso },
  withdrawn: { kind: "withdrawn", at: iso, reason },
  "taken-down": { kind: "taken-down", at: iso, by: "Grace", reason },
  removed: { kind: "removed", at: iso, reason },
};

const paths: readonly Path[] = ["programme-defined", "customer-specific"];
const grid = paths.flatMap((path) =>
  listingStates.flatMap((state) => listingEvents.map((event) => ({ path, state, event }))),
);

function happening(event: ListingHappening["event"], role: Role): ListingHappening {
  return { event, at, reason, actor: { name: "Ada", role, organisation: "Acme" } };
}

function expectedOf(row: (typeof listingTransitions)[number] | undefined, role: Role): object {
  if (row === undefined) return { kind: "refused", why: { kind: "state" } };
  return row.by.includes(role)
    ? { kind: "moved", state: { kind: row.to } }
    : { kind: "refused", why: { kind: "role", by: row.by } };
}

describe("a listing", () => {
  it.each(grid)("$path: $event while $state", ({ path, state, event }) => {
    const rows = listingTransitions.filter(
      (row) => row.from === state && row.on === event && row.path === path,
    );
    expect(rows.length).toBeLessThanOrEqual(1);
    const [row] = rows;
    const after = (role: Role, unmet: Unmet = {}) =>
      applyListingEvent({ state: listings[state], path, unmet }, happening(event, role));
    for (const role of roles) expect(after(role)).toMatchObject(expectedOf(row, role));
    for (const guard of row?.guards ?? [])
      expect(refusedFor(after(row?.by[0] ?? "reviewer", { [guard]: "the opposite" }))).toEqual([
        guard,
      ]);
  });

  it("has no row on the customer-specific path, and none that lists without a designation", () => {
    expect(listingTransitions.every(({ path }) => path === "programme-defined")).toBe(true);
    const entries = listingTransitions.filter(
      ({ to, on }) => to === "published" && on !== "save-draft",
    );
    expect(entries).toHaveLength(4);
    for (const { guards = [] } of entries)
      expect(guards.some((guard) => guard.startsWith("designation-"))).toBe(true);
  });
});

function refusedFor(outcome: ReturnType<typeof applyListingEvent>): readonly Guard[] {
  return outcome.kind === "refused" && outcome.why.kind === "guard"
    ? outcome.why.unmet.map((one) => one.guard)
    : [];
}
