import type { StoredEntry } from "../field/stored-value.ts";
import type { ProfileRecord } from "../noun/profile-record.ts";
import type { Random } from "../random/random.ts";
import { assessmentStatusNodes } from "../tenant/assessment-status.ts";
import type { StatusNode } from "../tenant/list-node.ts";
import { seedCustomValues } from "./seed-custom-values.ts";
import type { SeedWorld } from "./seed-world.ts";
import {
  filledDoc,
  risingIds,
  seedDate,
  seedRecord,
  someNode,
  sparsePercent,
} from "./seed-world.ts";

/** What workflows bring together. */
export interface WorkflowSurroundings {
  readonly jobs: readonly ProfileRecord[];
  readonly candidates: readonly ProfileRecord[];
}

const workflowCount = 1_060;

/** Applications over all statuses, each candidate at most once per job (DOC); about 15 in 100 lack source and more. */
export function seedWorkflows(
  world: SeedWorld,
  surroundings: WorkflowSurroundings,
): readonly ProfileRecord[] {
  const random = world.random("workflows");
  const takeId = risingIds(random, 5_000);
  const { statuses } = world.tenant.settings;
  return pairs(surroundings, random).map(([person, job], index) => {
    const id = takeId();
    // The first ones walk through the statuses, so that none is left out.
    const status = statuses[index] ?? random.pick(statuses);
    const optional = random.chance(sparsePercent)
      ? {}
      : {
          source: random.pick(["Career Site", "Referral", "Job Board", "Other (Please Specify)"]),
          sourcename: random.chance(80) ? random.pick(["Spring fair", "Alumni list"]) : undefined,
          acceptdeclinedate:
            status.purpose === "offer" ? seedDate(220 + random.below(40)) : undefined,
          ...seedCustomValues(world, "applicantworkflows", random),
        };
    const doc = filledDoc({
      baseprofile: job.id,
      associatedprofile: person.id,
      status: status.id,
      assessmentresults: results(world, status, random),
      ...optional,
    });
    return seedRecord({ noun: "applicantworkflows", id }, doc, random);
  });
}

type Pair = readonly [person: ProfileRecord, job: ProfileRecord];

function pairs({ candidates, jobs }: WorkflowSurroundings, random: Random): readonly Pair[] {
  const chosen = new Map<string, Pair>();
  while (chosen.size < workflowCount) {
    const pair: Pair = [random.pick(candidates), random.pick(jobs)];
    chosen.set(`${pair[0].id} ${pair[1].id}`, pair);
  }
  return [...chosen.values()];
}

function results(
  world: SeedWorld,
  { purpose }: StatusNode,
  random: Random,
): readonly StoredEntry[] | undefined {
  if (purpose !== "assessment-complete" && purpose !== "assessment-in-progress") return undefined;
  const name = someNode(world, "lists.submittal.assessment_name", random);
  const started = {
    entry: world.takeEntry(),
    ...(name === undefined ? {} : { assessmentname: name }),
    assessmentdate: `${seedDate(150 + random.below(60))}T15:0${random.below(10)}:00.000Z`,
  };
  if (purpose === "assessment-in-progress") {
    return [
      {
        ...started,
        assessmentstatus: random.pick([
          assessmentStatusNodes.sent,
          assessmentStatusNodes.inProgress,
        ]),
      },
    ];
  }
  return [
    {
      ...started,
      assessmentstatus: assessmentStatusNodes.complete,
      assessmentscore: random.below(1_000) / 10,
      assessmentresult: random.pick(["Recommended", "Not recommended", "Retake advised"]),
      assessmenturl: `https://reports.example.test/${random.below(1_000_000)}`,
    },
  ];
}
