import { markOf, type Goal } from "../goals.ts";
import type { Spread } from "../spread.ts";
import type { Besides, Figure } from "./bench-report.ts";

/** A ratio without a goal. */
export function ratio(title: string, range: Spread): Besides {
  return { title, unit: "ratio", value: range.median, range };
}

/** A ratio of one round each, whose median is judged. */
export function ratioFigure(goal: Goal, range: Spread): Figure {
  return { ...figure(goal, range.median), range };
}

/** A figure that was measured once. */
export function figure(goal: Goal, value: number): Figure {
  return { ...goal, value, range: undefined, mark: markOf(goal, value) };
}
