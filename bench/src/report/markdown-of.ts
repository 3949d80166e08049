import type { Sample } from "../figures/measure-rounds.ts";
import { spreadOf, type Spread } from "../spread.ts";
import type { BenchReport, Besides, Figure } from "./bench-report.ts";

/** The report for people. */
export function markdownOf(report: BenchReport): string {
  const { machine, versions } = report;
  return `${[
    `# Bench of ${report.takenAt.slice(0, 10)}`,
    "",
    `Command: \`${report.command}\` at commit ${report.commit}. ${report.rounds} interleaved rounds of ${report.seconds} s for each subject after 1 s of warm-up, 32 connections.`,
    "",
    `Machine: ${machine.system}, ${machine.cores} cores (${machine.processor}), ${machine.memoryGb} GB; load average ${machine.loadAverage} before and ${machine.loadAverageAtEnd} after. Load generator, subjects and PostgreSQL share it: trust the ratios, which are of one round each, and not the rates.`,
    "",
    `Versions: ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(", ")}.`,
    "",
    "Seen before measuring:",
    "",
    ...report.checks.map((check) => `- ${check}`),
    "- during each run of ours: as many new rows in the log (or events) as answers",
    "",
    "| goal | figure | median | least to most | must | aim | |",
    "| --- | --- | --: | --: | --: | --: | --- |",
    ...report.figures.map(figureRow),
    "",
    "Without a goal of their own:",
    "",
    "| figure | median | least to most |",
    "| --- | --: | --: |",
    ...report.besides.map(besidesRow),
    "",
    ...deliveryLines(report),
    "| subject | answers/s | least to most | p50 ms | p99 ms | own µs each | PostgreSQL µs each | bytes each |",
    "| --- | --: | --: | --: | --: | --: | --: | --: |",
    ...subjectsOf(report.samples).map((subject) => subjectRow(report.samples, subject)),
  ].join("\n")}\n`;
}

function deliveryLines({ deliveries }: BenchReport): readonly string[] {
  if (deliveries === undefined) return [];
  return [
    `Deliveries: ${deliveries.events} events, the slowest after ${deliveries.mostMs.toFixed(1)} ms.`,
    "",
  ];
}

function figureRow({ id, title, unit, value, range, must, aim, mark, better }: Figure): string {
  const bound = better === "higher" ? "≥" : "≤";
  const shown = mark === "must missed" ? `**${mark}**` : mark;
  return `| ${id} | ${title} | ${show(value, unit)} | ${showRange(range, unit)} | ${bound} ${must} | ${bound} ${aim} | ${shown} |`;
}

function besidesRow({ title, unit, value, range }: Besides): string {
  return `| ${title} | ${show(value, unit)} | ${showRange(range, unit)} |`;
}

function subjectRow(samples: readonly Sample[], subject: string): string {
  const own = samples.filter((sample) => sample.subject === subject);
  const median = (of: (sample: Sample) => number): string =>
    String(Math.round(spreadOf(own.map(of)).median));
  const rate = spreadOf(own.map(({ perSecond }) => perSecond));
  return `| ${subject} | ${Math.round(rate.median)} | ${Math.round(rate.least)} to ${Math.round(rate.most)} | ${median((one) => one.p50Ms)} | ${median((one) => one.p99Ms)} | ${median((one) => one.processUs)} | ${median((one) => one.databaseUs)} | ${median((one) => one.bytesPerAnswer)} |`;
}

function subjectsOf(samples: readonly Sample[]): readonly string[] {
  return [...new Set(samples.map(({ subject }) => subject))];
}

function showRange(range: Spread | undefined, unit: Besides["unit"] | Figure["unit"]): string {
  return range === undefined ? "" : `${show(range.least, unit)} to ${show(range.most, unit)}`;
}

function show(value: number, unit: Besides["unit"] | Figure["unit"]): string {
  if (unit === "ratio") return value.toFixed(2);
  return unit === "ms" ? `${value.toFixed(1)} ms` : `${Math.round(value)} MB`;
}
