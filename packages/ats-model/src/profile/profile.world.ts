import { isFindings } from "../field/finding.ts";
import type { ProfileDoc } from "../field/stored-value.ts";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { tenantA } from "../tenant/tenant.world.ts";
import { applyProfileWrite } from "./apply-profile-write.ts";
import { parseProfileWrite } from "./parse-profile-write.ts";

/** A type of a tenant, whose profiles a test writes. */
export interface WriteWorld {
  readonly noun: ProfileNoun;
  readonly tenant?: Tenant;
}

/** The document after a body was sent to it; throws when the body is refused. New entries count from 101. */
export function writtenTo(
  doc: ProfileDoc,
  body: unknown,
  { noun, tenant = tenantA }: WriteWorld,
): ProfileDoc {
  const write = parseProfileWrite(body, noun, { tenant });
  if (isFindings(write)) throw new Error(`Expected a valid body, found ${JSON.stringify(write)}`);
  let entry = 100;
  const applied = applyProfileWrite(doc, write, { tenant, takeEntry: () => (entry += 1) });
  if (isFindings(applied))
    throw new Error(`Expected a write that fits, found ${JSON.stringify(applied)}`);
  return applied.doc;
}
