import type { ProfileRecord } from "../noun/profile-record.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { seedCompanies } from "./seed-companies.ts";
import { seedJobs } from "./seed-jobs.ts";
import { seedPeople } from "./seed-people.ts";
import { seedWorkflows } from "./seed-workflows.ts";
import { createSeedWorld } from "./seed-world.ts";

/**
 * The profiles a tenant starts with: the same for the same seed, customer id and settings, on any machine and any day. What
 * is linked to comes before what links: companies, people, jobs, workflows. Everybody is invented; addresses end in
 * `example.test`, telephone numbers lie in ranges kept for fiction, government ids have shapes that are never given out.
 */
export function* seedProfiles(
  seed: number,
  tenant: Pick<Tenant, "customerId" | "settings">,
): Generator<ProfileRecord> {
  const world = createSeedWorld(seed, tenant);
  const companies = seedCompanies(world);
  const { staff, candidates } = seedPeople(world);
  const jobs = seedJobs(world, { companies, staff });
  yield* companies;
  yield* staff;
  yield* candidates;
  yield* jobs;
  yield* seedWorkflows(world, { jobs, candidates });
}
