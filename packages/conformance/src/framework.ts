import type { Check } from "./check.ts";
import type { ChooseStep } from "./judge/attribute-exchanges.ts";
import type { RequirementPack } from "./requirement-pack.ts";
import { PackNotFoundProblem } from "./runs/run.problems.ts";
import type { Scenario } from "./scenario.ts";

/** A kind of integration, as the engine sees it: its packs, what drives traffic and what judges it. */
export interface Framework {
  readonly id: string;
  readonly title: string;
  /** Newest last. */
  readonly packs: readonly RequirementPack[];
  readonly scenarios: readonly Scenario[];
  readonly checks: readonly Check[];
  /** Which step of a case an exchange belongs to, when several share its ids: a result's row to the step that awaits it. */
  readonly chooseStep: ChooseStep;
}

/** A framework's pack by version, as the code has it; fails with `PACK-NOT-FOUND`, naming the known ones. */
export function packOf(framework: Framework, version: string): RequirementPack {
  const pack = framework.packs.find((candidate) => candidate.version === version);
  if (pack !== undefined) return pack;
  throw new PackNotFoundProblem(
    version,
    framework.packs.map((known) => known.version),
  );
}
