import { describe, expect, it } from "vitest";

import { roles, type Role } from "./actor.ts";
import { applyStandingEvent, type StandingHappening } from "./apply-standing-event.ts";
import { applyVersionEvent, type VersionHappening } from "./apply-version-event.ts";
import { guards, type Guard, type Unmet } from "./guard.ts";
import { refusalText } from "./refusal-text.ts";
import {
  standingEvents,
  standings,
  type Standing,
  type StandingEvent,
  type StandingKind,
} from "./standing-state.ts";
import { standingTransitions } from "./standing-transitions.ts";
import type { Path, Transition } from "./transition.ts";
import {
  versionEvents,
  versionStates,
  type VersionEvent,
  type VersionState,
  type VersionStateKind,
} from "./version-state.ts";
import { versionTransitions } from "./version-transitions.ts";

const at = new Date("2026-03-01T09:00:00.000Z");
const iso = at.toISOString();
const packVersion = "2026.1";
const runId = "0190a000-0000-7000-8000-000000000001";
const paths: readonly Path[] = ["programme-defined", "customer-specific"];

const versions: Readonly<Record<VersionStateKind, VersionState>> = {
  drafting: { kind: "drafting" },
  "in-review": { kind: "in-review", submittedAt: iso },
  "changes-asked": { kind: "changes-asked", askedAt: iso, reason: "Name the fields." },
  building: { kind: "building", approvedAt: iso, packVersion },
  submitted: { kind: "submitted", submittedAt: iso, packVersion, runId, confirmedBy: "Ada" },
  "corrections-asked": { kind: "corrections-asked", askedAt: iso, packVersion, reason: "Late." },
  approved: { kind: "approved", approvedAt: iso, packVersion, runId },
  live: { kind: "live", since: iso },
  replaced: { kind: "replaced", at: iso, by: 2 },
  declined: { kind: "declined", at: iso, reason: "Another framework fits." },
  withdrawn: { kind: "withdrawn", at: iso, reason: "Given up." },
};

const designated = { as: "prime", version: 1, since: iso } as const;
const deadlineId = "0190a000-0000-7000-8000-000000000002";
const stances: Readonly<Record<StandingKind, Standing>> = {
  none: { kind: "none" },
  designated: { kind: "designated", ...designated },
  "revalidation-due": { kind: "revalidation-due", ...designated, deadlineId },
  overdue: { kind: "overdue", ...designated, deadlineId },
  suspended: {
    kind: "suspended",
    since: iso,
    by: "Grace",
    reason: "Overdue.",
    before: { kind: "overdue", ...designated, deadlineId },
  },
  removed: { kind: "removed", at: iso, by: "Grace", reason: "Left the programme." },
};

function versionHappening(event: VersionEvent, role: Role): VersionHappening {
  const who = { at, reason: "For a reason.", actor: { name: "Ada", role, organisation: "Acme" } };
  if (event === "approve-design") return { ...who, event, packVersion };
  if (event === "submit-validation") return { ...who, event, runId, confirmedBy: "Ada" };
  if (event === "replace") return { ...who, event, by: 2 };
  return { ...who, event };
}

function standingHappening(event: StandingEvent, role: Role): StandingHappening {
  const who = { at, reason: "For a reason.", actor: { name: "Ada", role, organisation: "Acme" } };
  if (event === "designate") return { ...who, event, as: "prime", version: 1 };
  if (event === "ask-revalidation") return { ...who, event, deadlineId };
  return { ...who, event };
}

/** What has to come of an event by the rows of the table that it could take: one, or none. */
function expectedOf(
  rows: readonly Transition<string, string>[],
  { state, event, role }: { readonly state: string; readonly event: string; readonly role: Role },
): object {
  const [row] = rows;
  if (row === undefined) return { kind: "refused", state, event, why: { kind: "state" } };
  if (!row.by.includes(role)) return { kind: "refused", why: { kind: "role", by: row.by } };
  return { kind: "moved", state: { kind: row.to } };
}

const versionGrid = paths.flatMap((path) =>
  versionStates.flatMap((state) => versionEvents.map((event) => ({ path, state, event }))),
);
const standingGrid = standings.flatMap((state) =>
  standingEvents.map((event) => ({ state, event })),
);

describe("a version", () => {
  it.each(versionGrid)("$path: $event while $state", ({ path, state, event }) => {
    const rows = versionTransitions.filter(
      (row) => row.from === state && row.on === event && (row.path ?? path) === path,
    );
    expect(rows.length).toBeLessThanOrEqual(1);
    const [row] = rows;
    for (const role of roles) {
      const place = { state: versions[state], path, unmet: {} };
      const outcome = applyVersionEvent(place, versionHappening(event, role));
      expect(outcome).toMatchObject(expectedOf(rows, { state, event, role }));
    }
    for (const guard of row?.guards ?? []) expect(refusedFor(guard)).toEqual([guard]);

    function refusedFor(guard: Guard): readonly Guard[] {
      const unmet: Unmet = { [guard]: "the opposite" };
      const outcome = applyVersionEvent(
        { state: versions[state], path, unmet },
        versionHappening(event, row?.by[0] ?? "reviewer"),
      );
      return outcome.kind === "refused" && outcome.why.kind === "guard"
        ? outcome.why.unmet.map((one) => one.guard)
        : [];
    }
  });

  it("keeps the pack of its approval until it is approved", () => {
    const submitted = move(versions.building, "submit-validation", "partner-admin");
    expect(submitted).toMatchObject({ packVersion, runId });
    expect(move(submitted, "decline-validation", "reviewer")).toMatchObject({ packVersion });
    expect(move(submitted, "approve-validation", "reviewer")).toMatchObject({ packVersion, runId });
  });

  function move(state: VersionState, event: VersionEvent, role: Role): VersionState {
    const outcome = applyVersionEvent(
      { state, path: "programme-defined", unmet: {} },
      versionHappening(event, role),
    );
    if (outcome.kind === "refused") throw new Error(refusalText("the version", outcome));
    return outcome.state;
  }
});

describe("an integration's standing", () => {
  it.each(standingGrid)("$event while $state", ({ state, event }) => {
    const rows = standingTransitions.filter((row) => row.from === state && row.on === event);
    for (const role of roles) {
      const happening = standingHappening(event, role);
      const outcome = applyStandingEvent({ standing: stances[state], unmet: {} }, happening);
      const taken = event === "reinstate" ? rows.filter(({ to }) => to === "overdue") : rows;
      expect(outcome).toMatchObject(expectedOf(taken, { state, event, role }));
    }
  });

  it("is after a reinstatement exactly what it was before the suspension", () => {
    for (const kind of ["none", "designated", "revalidation-due", "overdue"] as const) {
      const suspended = standingAfter(stances[kind], "suspend");
      expect(suspended).toMatchObject({ kind: "suspended", by: "Ada", reason: "For a reason." });
      expect(standingAfter(suspended, "reinstate")).toEqual(stances[kind]);
    }
  });

  function standingAfter(standing: Standing, event: StandingEvent): Standing {
    const outcome = applyStandingEvent(
      { standing, unmet: {} },
      standingHappening(event, "programme-owner"),
    );
    if (outcome.kind === "refused") throw new Error(refusalText("the integration", outcome));
    return outcome.state;
  }
});

describe("a refusal", () => {
  it("says the state, the event, what is allowed, and who may", () => {
    const outcome = applyVersionEvent(
      { state: versions["in-review"], path: "programme-defined", unmet: {} },
      versionHappening("approve-validation", "reviewer"),
    );
    expect(outcome.kind === "refused" && refusalText("version 1", outcome)).toBe(
      "Expected an event that version 1, which is in-review, allows, found approve-validation. Allowed now: ask-changes (reviewer, programme-owner); decline-design (reviewer, programme-owner); approve-design (reviewer, programme-owner); withdraw (partner-developer, partner-admin, customer-admin, customer-developer, programme-owner).",
    );
  });

  it("says what has to hold and what was found instead", () => {
    const outcome = applyVersionEvent(
      {
        state: versions.submitted,
        path: "programme-defined",
        unmet: { "run-passed": "2 requirements failed" },
      },
      versionHappening("approve-validation", "reviewer"),
    );
    expect(outcome.kind === "refused" && refusalText("version 1", outcome)).toBe(
      `Expected of approve-validation that ${guards["run-passed"]} (found: 2 requirements failed). version 1 stays submitted.`,
    );
  });
});
