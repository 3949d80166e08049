import type { Check } from "./check.ts";
import type { ChooseStep } from "./judge/attribute-exchanges.ts";
import type { RequirementPack } from "./requirement-pack.ts";
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
