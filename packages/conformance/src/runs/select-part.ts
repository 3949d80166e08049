import type { Check } from "../check.ts";
import type { Framework } from "../framework.ts";
import type { RequirementPack } from "../requirement-pack.ts";
import type { RunPart, RunSelection } from "./run-part.ts";
import { SelectionUnknownProblem } from "./selection.problems.ts";

export interface SelectOptions {
  readonly framework: Framework;
  readonly pack: RequirementPack;
  /** Ids of requirements, checks, scenarios or use cases. */
  readonly ids: readonly string[];
  /** How the selection was asked for; kept with the run. */
  readonly selection: RunSelection;
}

/**
 * What a run has to drive and to judge for the ids: a check drives the scenarios that it judges, all of them where it judges a
 * run as a whole; a requirement asks its checks; a scenario or a use case is judged by every check of its cases. Refuses with
 * `RUN-SELECTION-UNKNOWN`.
 */
export function selectPart({ framework, pack, ids, selection }: SelectOptions): RunPart {
  const asked = new Set(pack.requirements.flatMap(({ checks }) => checks));
  const place: PackPlace = {
    pack,
    asked: [...asked],
    checks: framework.checks.filter(({ id }) => asked.has(id)),
  };
  const choices = ids.map((id) => ({ id, choice: chooseById(id, place) }));
  const unknown = choices.flatMap(({ id, choice }) => (choice === undefined ? [id] : []));
  if (unknown.length > 0) throw new SelectionUnknownProblem(pack, unknown, knownIds(place));
  const checks = new Set(choices.flatMap(({ choice }) => choice?.checks ?? []));
  const driven = new Set(choices.flatMap(({ choice }) => choice?.scenarios ?? []));
  return {
    selection,
    scenarios: pack.scenarios.filter((id) => driven.has(id)),
    checks: place.asked.filter((id) => checks.has(id)),
    wholeRunChecks: place.checks
      .filter((check) => checks.has(check.id) && judgesWholeRun(check))
      .map(({ id }) => id),
  };
}

/** The scenarios of the pack whose traffic a check judges. */
export function scenariosJudgedBy(check: Check, pack: RequirementPack): readonly string[] {
  const { scenarios } = check;
  return scenarios === undefined
    ? pack.scenarios
    : pack.scenarios.filter((id) => scenarios.includes(id));
}

function judgesWholeRun({ scenarios }: Check): boolean {
  return scenarios === undefined;
}

interface PackPlace {
  readonly pack: RequirementPack;
  /** Ids of the checks that the pack asks for. */
  readonly asked: readonly string[];
  /** Those among them that this version has. */
  readonly checks: readonly Check[];
}

type Choice = Pick<RunPart, "scenarios" | "checks">;

function chooseById(id: string, place: PackPlace): Choice | undefined {
  const requirement = place.pack.requirements.find((one) => one.id === id);
  if (requirement !== undefined) return chooseChecks(requirement.checks, place);
  if (place.asked.includes(id)) return chooseChecks([id], place);
  const scenarios = place.pack.scenarios.filter(
    (scenario) => scenario === id || useCaseOf(scenario) === id,
  );
  return scenarios.length === 0 ? undefined : chooseScenarios(scenarios, place);
}

function chooseChecks(ids: readonly string[], { pack, checks }: PackPlace): Choice {
  const judging = checks.filter(({ id }) => ids.includes(id));
  return { checks: ids, scenarios: judging.flatMap((check) => scenariosJudgedBy(check, pack)) };
}

function chooseScenarios(scenarios: readonly string[], { checks }: PackPlace): Choice {
  const judging = checks.filter(
    (check) => check.scope === "case" && check.scenarios.some((id) => scenarios.includes(id)),
  );
  return { scenarios, checks: judging.map(({ id }) => id) };
}

/** `uc2` of `uc2.repeated-order`. */
function useCaseOf(scenario: string): string {
  return scenario.slice(0, scenario.indexOf("."));
}

function knownIds({ pack, asked }: PackPlace): Readonly<Record<string, readonly string[]>> {
  return {
    requirements: pack.requirements.map(({ id }) => id),
    "use cases": [...new Set(pack.scenarios.map(useCaseOf))],
    scenarios: pack.scenarios,
    checks: asked,
  };
}
