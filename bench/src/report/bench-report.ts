import type { DeliveryFigures } from "../figures/measure-deliveries.ts";
import type { Sample } from "../figures/measure-rounds.ts";
import type { Goal, Mark } from "../goals.ts";
import type { Machine } from "../describe-machine.ts";
import type { Spread } from "../spread.ts";

/** Everything that a run of the bench found. */
export interface BenchReport {
  readonly format: "slipway-bench/1";
  readonly takenAt: string;
  /** With which it was measured. */
  readonly command: string;
  /** The commit that was measured; with `+` where the folder had changes besides. */
  readonly commit: string;
  readonly machine: Machine & { readonly loadAverageAtEnd: number };
  readonly versions: Readonly<Record<string, string>>;
  readonly rounds: number;
  readonly seconds: number;
  readonly checks: readonly string[];
  readonly figures: readonly Figure[];
  /** Ratios and sizes without a goal. */
  readonly besides: readonly Besides[];
  readonly deliveries?: DeliveryFigures;
  readonly samples: readonly Sample[];
}

export interface Figure extends Goal {
  readonly value: number;
  /** Over the rounds, where there are several. */
  readonly range: Spread | undefined;
  readonly mark: Mark;
}

export interface Besides {
  readonly title: string;
  readonly unit: "ratio" | "MB";
  readonly value: number;
  readonly range: Spread | undefined;
}
