import type { LoadPlan, LoadResult } from "../load/load-plan.ts";
import { familyProcessorUs, processorUs } from "../processes/process-usage.ts";
import type { Setting } from "../setting/open-setting.ts";

/** What measuring needs of the setting. */
interface MeasuringParts extends Pick<Setting, "load"> {
  readonly postgres: Pick<Setting["postgres"], "processId">;
}

/** Something that answers, and the load that it is put under. */
export interface Subject {
  readonly name: string;
  readonly processId: number;
  /** Anew for each run: writes must not repeat themselves. */
  readonly plan: (seconds: number) => Omit<LoadPlan, "connections" | "seconds">;
  /** Counts what each answer must have left behind; a run that left less fails the bench. */
  readonly traces?: () => Promise<number>;
}

/** One subject in one round. */
export interface Sample {
  readonly subject: string;
  readonly round: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time for each answer, of the process and of PostgreSQL. */
  readonly processUs: number;
  readonly databaseUs: number;
  readonly bytesPerAnswer: number;
}

export interface RoundOptions {
  readonly rounds: number;
  readonly seconds: number;
  readonly say: (line: string) => void;
}

const connections = 32;
const warmUpSeconds = 1;

/**
 * Puts the subjects under load one after the other, round by round, so that what disturbs the machine disturbs all of them.
 * Before the first round each is run once without being counted: programs are slow at first.
 */
export async function measureRounds(
  setting: MeasuringParts,
  subjects: readonly Subject[],
  { rounds, seconds, say }: RoundOptions,
): Promise<readonly Sample[]> {
  for (const subject of subjects) await run(setting, subject, seconds);
  const samples: Sample[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    // Each round begins with another subject: nobody always follows the same one.
    const first = (round - 1) % subjects.length;
    for (const subject of [...subjects.slice(first), ...subjects.slice(0, first)]) {
      const sample = { round, ...(await measureOnce(setting, subject, seconds)) };
      samples.push(sample);
      say(
        `  round ${round}  ${subject.name.padEnd(34)} ${Math.round(sample.perSecond).toString().padStart(6)}/s  p99 ${sample.p99Ms} ms`,
      );
    }
  }
  return samples;
}

async function measureOnce(
  setting: MeasuringParts,
  subject: Subject,
  seconds: number,
): Promise<Omit<Sample, "round">> {
  const tracesBefore = await subject.traces?.();
  const warmUp = await run(setting, subject, warmUpSeconds);
  const before = await usage(setting, subject);
  const result = await run(setting, subject, seconds);
  const after = await usage(setting, subject);
  if (subject.traces !== undefined) {
    const added = (await subject.traces()) - (tracesBefore ?? 0);
    const expected = warmUp.answered + result.answered;
    if (added < expected)
      throw new Error(`Expected ${expected} traces of ${subject.name}, found ${added}`);
  }
  return {
    subject: subject.name,
    perSecond: result.answered / result.seconds,
    p50Ms: result.p50Ms,
    p99Ms: result.p99Ms,
    processUs: (after.processUs - before.processUs) / result.answered,
    databaseUs: (after.databaseUs - before.databaseUs) / result.answered,
    bytesPerAnswer: result.bytes / result.answered,
  };
}

async function usage(
  { postgres }: MeasuringParts,
  { processId }: Subject,
): Promise<{ readonly processUs: number; readonly databaseUs: number }> {
  return {
    processUs: await processorUs(processId),
    databaseUs: await familyProcessorUs(postgres.processId),
  };
}

async function run(
  { load }: MeasuringParts,
  subject: Subject,
  seconds: number,
): Promise<LoadResult> {
  const plan: LoadPlan = { ...subject.plan(seconds), connections, seconds };
  const result = await load.ask<LoadResult>(plan);
  if (result.answered === 0 || result.refused > 0 || result.failed > 0) {
    throw new Error(
      `Expected every request of ${subject.name} to be answered with 2xx, found ${result.answered} that were, ${result.refused} refused and ${result.failed} failed`,
    );
  }
  return result;
}
