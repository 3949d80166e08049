import type { StoredAddressLink, StoredValue } from "../field/stored-value.ts";
import type { ProfileRecord } from "../noun/profile-record.ts";
import type { Random } from "../random/random.ts";
import { listNodes } from "../tenant/list-nodes.ts";
import { isEntries } from "../value/stored-shapes.ts";
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

/** What jobs refer to. */
export interface JobSurroundings {
  readonly companies: readonly ProfileRecord[];
  readonly staff: readonly ProfileRecord[];
}

const titles = [
  "Forklift Operator",
  "Night Shift Lead",
  "Route Planner",
  "Accounts Clerk",
  "Customer Adviser",
  "Backend Developer",
  "Welder (m/f/d)",
  "Ward Nurse",
  "Data Analyst",
  "Maintenance Technician",
  "Café Manager – Müller & Söhne",
];
const jobCount = 44;

/** Jobs with hiring manager, recruiter and location; about 15 in 100 have only what every job has. */
export function seedJobs(
  world: SeedWorld,
  surroundings: JobSurroundings,
): readonly ProfileRecord[] {
  const random = world.random("jobs");
  const takeId = risingIds(random, 1_000);
  const addresses = surroundings.companies.flatMap(addressLinks);
  return Array.from({ length: jobCount }, (_, index) => {
    const id = takeId();
    const required = {
      jobid: `2025-${1_000 + index}`,
      jobtitle: `${random.pick(titles)}${index % 4 === 0 ? " II" : ""}`,
      folder: index % 6 === 5 ? random.pick(["D31002", "D31003", "D31005"]) : "D31001",
      hiringmanager: random.pick(surroundings.staff).id,
      recruiter: random.pick(surroundings.staff).id,
      joblocation: random.pick(addresses),
      assessmenttype: assessmentTypes(world, random),
      ...postDates(index),
    };
    const optional = random.chance(sparsePercent)
      ? {}
      : optionalValues(world, { ...surroundings, addresses }, random);
    return seedRecord({ noun: "jobs", id }, filledDoc({ ...required, ...optional }), random);
  });
}

/** Approved jobs are posted, some of them no longer; clients look for those that are. */
function postDates(index: number): Readonly<Record<string, StoredValue | undefined>> {
  if (index % 6 === 5) return {};
  return {
    jobpoststart: `${seedDate(30 + index)}T09:00:00.000Z`,
    jobpostend: index % 4 === 3 ? `${seedDate(90 + index)}T21:00:00.000Z` : undefined,
  };
}

function optionalValues(
  world: SeedWorld,
  { addresses, staff }: JobSurroundings & { readonly addresses: readonly StoredAddressLink[] },
  random: Random,
): Readonly<Record<string, StoredValue | undefined>> {
  return {
    numberofpositions: 1 + random.below(9),
    positioncategory: someNode(world, "lists.position", random),
    positiontype: someNode(world, "lists.job.position_type", random),
    positionlevel: someNode(world, "lists.position_level", random),
    jobtype: someNode(world, "lists.job.job_type", random),
    hiretype: someNode(world, "lists.job.hire_type", random),
    priority: someNode(world, "lists.job.priority", random),
    department: someNode(world, "lists.job.department", random),
    education: someNode(world, "lists.job.education", random),
    bgcpackagetype: oneOf(someNode(world, "lists.job.bgc_package", random)),
    drugscreenpackage: random.chance(50)
      ? oneOf(someNode(world, "lists.job.drug_screen_package", random))
      : undefined,
    billingcode: oneOf(someNode(world, "lists.job.billing_code", random)),
    costcenter: `CC-${100 + random.below(900)}`,
    experienceyears: random.below(8),
    secondaryrecruiter: random.chance(30) ? random.pick(staff).id : undefined,
    additionallocations: random.chance(30)
      ? [{ entry: world.takeEntry(), location: random.pick(addresses) }]
      : undefined,
    startdate: seedDate(210 + random.below(90)),
    duedate: seedDate(150 + random.below(60)),
    enddate: random.chance(30) ? seedDate(600 + random.below(200)) : undefined,
    minimumsalary: { amount: 32_000, currency: "USD", timeframe: "Yearly" },
    maximumsalary: { amount: 58_000.5, currency: "USD", timeframe: "Yearly" },
    fee: random.chance(20) ? { amount: 250, currency: "EUR" } : undefined,
    overview: "<p>A steady team &amp; a clear task.</p>",
    responsibilities: "<ul><li>Plan the day</li><li>Keep the log</li></ul>",
    qualifications: "<p>Care, curiosity, “good” shoes.</p>",
    ...seedCustomValues(world, "jobs", random),
  };
}

function assessmentTypes(world: SeedWorld, random: Random): readonly string[] {
  const offered = listNodes(world.tenant.settings, "lists.job.assessment_type").filter(
    (node) => node.hidden !== true,
  );
  return random.sample(offered, 1 + random.below(2)).map((node) => node.id);
}

function addressLinks({ id, doc }: ProfileRecord): readonly StoredAddressLink[] {
  const { addresses } = doc;
  return addresses !== undefined && isEntries(addresses)
    ? addresses.map(({ entry }) => ({ companyId: id, entry }))
    : [];
}

function oneOf(id: string | undefined): readonly string[] | undefined {
  return id === undefined ? undefined : [id];
}
