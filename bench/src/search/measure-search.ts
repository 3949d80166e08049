import { describeMachine } from "../describe-machine.ts";
import { medianTimeRatioOf, ratioOf } from "../figures/ratio-of.ts";
import { measureRounds, type RoundOptions, type Sample } from "../figures/measure-rounds.ts";
import { searchGoals } from "../goals.ts";
import type { BenchReport, Besides, Figure } from "../report/bench-report.ts";
import { ratio, ratioFigure } from "../report/figure.ts";
import { measuredCommit, measuredVersions } from "../report/measured-versions.ts";
import { checkSearch } from "./check-search.ts";
import { comparedPeople, openSearchSetting, type SearchSetting } from "./open-search-setting.ts";
import { nameOf, scales, type Scale } from "./scale.ts";
import { containing, jsonServerName, searchSubjects, subjectName } from "./search-subjects.ts";

const small: Scale = { people: 1_000, tenants: 10 };
const large: Scale = { people: 1_000_000, tenants: 10 };
const crowded: Scale = { people: 1_000_000, tenants: 1_000 };

/** Reads and searches among few and many people of few and many tenants. */
export async function measureSearch(options: RoundOptions): Promise<BenchReport> {
  const machine = describeMachine();
  const setting = await openSearchSetting(options.say);
  try {
    return await measure(setting, machine, options);
  } finally {
    await setting.stop();
  }
}

async function measure(
  setting: SearchSetting,
  machine: ReturnType<typeof describeMachine>,
  options: RoundOptions,
): Promise<BenchReport> {
  const checks = await checkSearch(setting);
  for (const check of checks) options.say(`  ${check}`);
  const samples = await measureRounds(setting, searchSubjects(setting), options);
  return {
    format: "slipway-bench/1",
    takenAt: new Date().toISOString(),
    command: "npm run bench -- --search",
    commit: measuredCommit(),
    machine: { ...machine, loadAverageAtEnd: describeMachine().loadAverage },
    versions: measuredVersions(setting),
    rounds: options.rounds,
    seconds: options.seconds,
    checks,
    figures: figuresOf(samples),
    besides: besidesOf(samples),
    samples,
  };
}

function figuresOf(samples: readonly Sample[]): readonly Figure[] {
  return [
    ratioFigure(
      searchGoals.twoFilters,
      ratioOf(samples, subjectName("two filters", large), jsonServerName),
    ),
    ratioFigure(
      searchGoals.customField,
      ratioOf(samples, subjectName("custom field", large), subjectName("fixed field", large)),
    ),
    ratioFigure(
      searchGoals.readAtScale,
      medianTimeRatioOf(samples, subjectName("GET by id", large), subjectName("GET by id", small)),
    ),
  ];
}

function besidesOf(samples: readonly Sample[]): readonly Besides[] {
  return [
    ...scales
      .filter((scale) => scale !== small && scale.people !== small.people)
      .map((scale) =>
        ratio(
          `Rate of a GET by id, ${nameOf(scale)} ÷ ${nameOf(small)}`,
          ratioOf(samples, subjectName("GET by id", scale), subjectName("GET by id", small)),
        ),
      ),
    ratio(
      `Rate of a two-filter search, ${nameOf(large)} ÷ ${nameOf(small)}`,
      ratioOf(samples, subjectName("two filters", large), subjectName("two filters", small)),
    ),
    ratio(
      `Rate of a two-filter search, ${nameOf(crowded)} ÷ ${nameOf(large)}`,
      ratioOf(samples, subjectName("two filters", crowded), subjectName("two filters", large)),
    ),
    ratio(
      `Search for a text that contains another among ${comparedPeople} people of a tenant ÷ json-server with two filters`,
      ratioOf(samples, subjectName(containing, large), jsonServerName),
    ),
  ];
}
