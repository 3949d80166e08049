import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";

import { checkAnswers } from "./check-answers.ts";
import { describeMachine } from "./describe-machine.ts";
import { measureDeliveries } from "./figures/measure-deliveries.ts";
import { measureRounds } from "./figures/measure-rounds.ts";
import { readSubjects } from "./figures/read-subjects.ts";
import { writeSubjects } from "./figures/write-subjects.ts";
import { measureSearch } from "./search/measure-search.ts";
import { familyMemoryMb, proportionalMemoryMb } from "./processes/process-usage.ts";
import type { BenchReport } from "./report/bench-report.ts";
import { besidesOf, figuresOf, type Measured } from "./report/figures-of.ts";
import { markdownOf } from "./report/markdown-of.ts";
import { measuredCommit, measuredVersions } from "./report/measured-versions.ts";
import { writeReport } from "./report/write-report.ts";
import { openSetting, type Setting } from "./setting/open-setting.ts";

// `npm run bench [-- --search]`: ends with 1 when a must is missed, with 70 when it could not measure.
const { values: flags } = parseArgs({
  options: {
    search: { type: "boolean", default: false },
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "3" },
  },
});
const options = { rounds: Number(flags.rounds), seconds: Number(flags.seconds), say };
const settleMs = 3000;

try {
  const report = flags.search ? await measureSearch(options) : await measureApi();
  const text = markdownOf(report);
  await writeReport(report, { text, ...(flags.search ? { kind: "search" } : {}) });
  say(`\n${text}`);
  if (report.figures.some(({ mark }) => mark === "must missed")) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 70;
}

async function measureApi(): Promise<BenchReport> {
  const machine = describeMachine();
  const setting = await openSetting(say);
  try {
    return await measure(setting, machine);
  } finally {
    await setting.stop();
  }
}

async function measure(
  setting: Setting,
  machine: ReturnType<typeof describeMachine>,
): Promise<BenchReport> {
  const checks = await checkAnswers(setting);
  for (const check of checks) say(`  ${check}`);
  say("Reads");
  const reads = await measureRounds(setting, readSubjects(setting), options);
  say("Writes");
  const writes = await measureRounds(setting, await writeSubjects(setting), options);
  say("Deliveries");
  const deliveries = await measureDeliveries(setting);
  await sleep(settleMs);
  const measured: Measured = {
    reads,
    writes,
    deliveries,
    platformMb: await proportionalMemoryMb(setting.platform.program.processId),
    databaseMb: await familyMemoryMb(setting.postgres.processId),
  };
  return {
    format: "slipway-bench/1",
    takenAt: new Date().toISOString(),
    command: "npm run bench",
    commit: measuredCommit(),
    machine: { ...machine, loadAverageAtEnd: describeMachine().loadAverage },
    versions: measuredVersions(setting),
    rounds: options.rounds,
    seconds: options.seconds,
    checks,
    figures: figuresOf(measured),
    besides: besidesOf(measured),
    deliveries,
    samples: [...reads, ...writes],
  };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
