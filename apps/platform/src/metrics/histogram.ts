import { labelled, type CounterOptions } from "./counter.ts";
import type { MetricFamily, MetricSample } from "./metric-text.ts";

/** Sorts what was measured into buckets. */
export interface Histogram {
  readonly observe: (values: readonly string[], measured: number) => void;
  readonly family: () => MetricFamily;
}

export interface HistogramOptions extends CounterOptions {
  /** Upper bounds, ascending; what is larger than all is counted too. */
  readonly bounds: readonly number[];
}

interface Series {
  readonly values: readonly string[];
  /** By bucket; the last one has no bound. */
  readonly counts: number[];
  sum: number;
}

export function createHistogram({ name, help, labels, bounds }: HistogramOptions): Histogram {
  const series = new Map<string, Series>();
  const seriesOf = (values: readonly string[]): Series => {
    const key = values.join("\n");
    const known = series.get(key);
    if (known !== undefined) return known;
    const made = { values, counts: Array.from({ length: bounds.length + 1 }, () => 0), sum: 0 };
    series.set(key, made);
    return made;
  };
  return {
    observe: (values, measured) => {
      const found = seriesOf(values);
      const bucket = bounds.findIndex((bound) => measured <= bound);
      const place = bucket < 0 ? bounds.length : bucket;
      found.counts[place] = (found.counts[place] ?? 0) + 1;
      found.sum += measured;
    },
    family: () => ({
      name,
      help,
      type: "histogram",
      samples: [...series.values()].flatMap((one) =>
        samplesOf(one, { bounds, labels: labelled(labels, one.values) }),
      ),
    }),
  };
}

function samplesOf(
  { counts, sum }: Series,
  {
    bounds,
    labels,
  }: { readonly bounds: readonly number[]; readonly labels: MetricSample["labels"] },
): readonly MetricSample[] {
  let total = 0;
  const buckets = counts.map((count, index): MetricSample => {
    total += count;
    const bound = bounds[index];
    const edge = ["le", bound === undefined ? "+Inf" : String(bound)] as const;
    return { suffix: "_bucket", labels: [...labels, edge], value: total };
  });
  return [
    ...buckets,
    { suffix: "_sum", labels, value: sum },
    { suffix: "_count", labels, value: total },
  ];
}
