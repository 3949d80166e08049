/** One number of a family. */
export interface MetricSample {
  /** What stands behind the family's name: `_bucket`, `_sum`, `_count`; mostly nothing. */
  readonly suffix?: string;
  readonly labels: readonly (readonly [name: string, value: string])[];
  readonly value: number;
}

/** Numbers that measure the same, told apart by their labels. */
export interface MetricFamily {
  readonly name: string;
  readonly help: string;
  readonly type: "counter" | "gauge" | "histogram";
  readonly samples: readonly MetricSample[];
}

/** The content type of the text below. */
export const metricTextType = "text/plain; version=0.0.4; charset=utf-8";

/** Families as Prometheus reads them (text exposition format 0.0.4). */
export function metricText(families: readonly MetricFamily[]): string {
  return families
    .map(({ name, help, type, samples }) =>
      [`# HELP ${name} ${escape(help)}`, `# TYPE ${name} ${type}`, ...samples.map(lineOf(name))]
        .map((line) => `${line}\n`)
        .join(""),
    )
    .join("");
}

function lineOf(name: string): (sample: MetricSample) => string {
  return ({ suffix = "", labels, value }) => {
    const inner = labels.map(
      ([label, text]) => `${label}="${escape(text).replaceAll('"', '\\"')}"`,
    );
    return `${name}${suffix}${inner.length === 0 ? "" : `{${inner.join()}}`} ${numberOf(value)}`;
  };
}

function escape(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
}

function numberOf(value: number): string {
  if (Number.isFinite(value)) return String(value);
  return Number.isNaN(value) ? "NaN" : `${value > 0 ? "+" : "-"}Inf`;
}
