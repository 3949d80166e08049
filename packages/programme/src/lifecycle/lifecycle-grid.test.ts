import { describe, expect, it } from "vitest";

import { roles, type Role } from "./actor.ts";
import { applyStandingEvent, type StandingHappening } from "./apply-standing-event.ts";
import { applyVersionEvent, type VersionHappening } from "./apply-version-event.ts";
import { guards, type Guard, type Unmet } from "./guard.ts";
import { refusalText } from "./refusal-text.ts";
import {
  deadlineEvents,
  standingEvents,
  standings,
  type AskedNow,
  type DeadlineEvent,
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
  submitted: {
    kind: "submitted",
    submittedAt: iso,
    packVersion,
    validation: "initial",
    runId,
    confirmedBy: "Ada",
  },
  "corrections-asked": { kind: "corrections-asked", askedAt: iso, packVersion, reason: "Late." },
  approved: { kind: "approved", approvedAt: iso, packVersion, validation: "initial", runId },
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
  if (event === "submit-validation")
    return { ...who, event, runId, validation: "revalidation", confirmedBy: "Ada" };
  if (event === "replace") return { ...who, event, by: 2 };
  return { ...who, event };
}

/** Leads to `to`, where an event of a deadline may lead to several standings. */
function standingHappening(event: StandingEvent, role: Role, to?: StandingKind): StandingHappening {
  const who = { at, reason: "For a reason.", actor: { name: "Ada", role, organisation: "Acme" } };
  if (event === "designate") return { ...who, event, as: "prime", version: 1 };
  if (isDeadlineEvent(event)) return { ...who, event, asked: askedOf(to) };
  return { ...who, event };
}

function isDeadlineEvent(event: StandingEvent): event is DeadlineEvent {
  return (deadlineEvents as readonly StandingEvent[]).includes(event);
}

const otherDeadlineId = "0190a000-0000-7000-8000-000000000003";

function askedOf(to: StandingKind | undefined): AskedNow {
  if (to === "designated") return { kind: "nothing" };
  return {
    kind: to === "overdue" ? "overdue" : "revalidation-due",
    deadlineId: otherDeadlineId,
  };
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
    expect(submitted).toMatchObject({ packVersion, runId, validation: "revalidation" });
    expect(move(submitted, "decline-validation", "reviewer")).toMatchObject({ packVersion });
    expect(move(submitted, "approve-validation", "reviewer")).toMatchObject({
      packVersion,
      runId,
      validation: "revalidation",
    });
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
    // A reinstatement leads to what stood before, which here is overdue.
    const known = event === "reinstate" ? rows.filter(({ to }) => to === "overdue") : rows;
    const targets = isDeadlineEvent(event)
      ? (["designated", "revalidation-due", "overdue"] as const)
      : [known[0]?.to];
    for (const to of targets)
      for (const role of roles) {
        const happening = standingHappening(event, role, to);
        const outcome = applyStandingEvent({ standing: stances[state], unmet: {} }, happening);
        const taken = known.filter((row) => row.to === to);
        expect(taken.length).toBeLessThanOrEqual(1);
        expect(outcome).toMatchObject(expectedOf(taken, { state, event, role }));
      }
  });

  it.each(
    standingTransitions.map((row) => ({ row, title: `${row.on} while ${row.from} to ${row.to}` })),
  )("asks what has to hold: $title", ({ row }) => {
    const before = stances[row.from];
    const standing =
      row.on === "reinstate" && before.kind === "suspended"
        ? { ...before, before: heldBefore(row.to) }
        : before;
    for (const guard of row.guards ?? []) {
      const outcome = applyStandingEvent(
        { standing, unmet: { [guard]: "the opposite" } },
        standingHappening(row.on, row.by[0] ?? "reviewer", row.to),
      );
      expect(outcome).toMatchObject({ why: { kind: "guard", unmet: [{ guard }] } });
    }
  });

  function heldBefore(kind: StandingKind): Extract<Standing, { kind: "suspended" }>["before"] {
    const held = stances[kind];
    if (held.kind === "suspended" || held.kind === "removed") throw new Error(`Never ${kind}`);
    return held;
  }

  it("names the deadline that is due first, and keeps the designation meanwhile", () => {
    for (const [from, event, to] of [
      ["designated", "ask-revalidation", "revalidation-due"],
      ["revalidation-due", "start-deadline", "revalidation-due"],
      ["revalidation-due", "pass-deadline", "overdue"],
      ["overdue", "extend-deadline", "revalidation-due"],
      ["overdue", "withdraw-revalidation", "overdue"],
    ] as const) {
      const role = event === "start-deadline" || event === "pass-deadline" ? "clock" : "reviewer";
      const outcome = applyStandingEvent(
        { standing: stances[from], unmet: {} },
        standingHappening(event, role, to),
      );
      expect(outcome).toEqual({
        kind: "moved",
        state: { kind: to, ...designated, deadlineId: otherDeadlineId },
      });
    }
  });

  it("is designated as before when all that was asked is withdrawn", () => {
    const outcome = applyStandingEvent(
      { standing: stances.overdue, unmet: {} },
      standingHappening("withdraw-revalidation", "reviewer", "designated"),
    );
    expect(outcome).toEqual({ kind: "moved", state: stances.designated });
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
