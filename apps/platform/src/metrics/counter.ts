import type { MetricFamily } from "./metric-text.ts";

export interface CounterOptions {
  readonly name: string;
  readonly help: string;
  /** Names of the labels. Their values come from small closed sets: never an id, never a tenant. */
  readonly labels: readonly string[];
}

/** Counts what happened since the process began. */
export interface Counter {
  /** `values` stand in the order of the labels. */
  readonly add: (values: readonly string[], by?: number) => void;
  readonly family: () => MetricFamily;
}

export function createCounter({ name, help, labels }: CounterOptions): Counter {
  const counts = new Map<string, { readonly values: readonly string[]; count: number }>();
  return {
    add: (values, by = 1) => {
      const key = values.join("\n");
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { values, count: by });
      else known.count += by;
    },
    family: () => ({
      name,
      help,
      type: "counter",
      samples: [...counts.values()].map(({ values, count }) => ({
        labels: labelled(labels, values),
        value: count,
      })),
    }),
  };
}

/** Names and values of labels in pairs. */
export function labelled(
  labels: readonly string[],
  values: readonly string[],
): readonly (readonly [string, string])[] {
  return labels.map((label, index) => [label, values[index] ?? ""] as const);
}
