import type { Check } from "../check.ts";
import { notExercised } from "../judgements.ts";
import type { RequirementPack } from "../requirement-pack.ts";
import { partOf } from "../runs/part-of-pack.ts";
import type { RunPart } from "../runs/run-part.ts";
import { scenariosJudgedBy } from "../runs/select-part.ts";
import type { Judgement } from "../verdict.ts";

/** What one check has to say about what its run did not cover. */
export interface OutsidePart {
  readonly checkId: string;
  readonly judgement: Judgement;
}

/**
 * What lies outside a run's part, of the requirements inside it: they would pass on half of their proof without it. One
 * not-exercised for each check that was not asked, or some of whose scenarios were not driven.
 */
export function outsideOf(
  part: RunPart,
  { pack, checks }: { readonly pack: RequirementPack; readonly checks: readonly Check[] },
): readonly OutsidePart[] {
  const wanted = new Set(partOf(pack, part).requirements.flatMap((one) => one.checks));
  return [...wanted].flatMap((checkId) => {
    if (!part.checks.includes(checkId)) return [{ checkId, judgement: notPart("this check") }];
    const check = checks.find(({ id }) => id === checkId);
    const missing =
      check === undefined
        ? []
        : scenariosJudgedBy(check, pack).filter((id) => !part.scenarios.includes(id));
    return missing.length === 0 ? [] : [{ checkId, judgement: notPart(missing.join(", ")) }];
  });
}

function notPart(what: string): Judgement {
  return notExercised(`Not part of this run: ${what}.`);
}
