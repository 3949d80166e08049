import { Refusal } from "@slipway/sdk";

import type { CustomerConfiguration } from "./configuration.ts";
import { manifest } from "./manifest.ts";
import type { ReceivedOrder } from "./parse-order.ts";

/** The candidate and the job as the ATS has them; fields without a value are absent. */
export interface Profiles {
  readonly person: Readonly<Record<string, unknown>>;
  readonly job: Readonly<Record<string, unknown>>;
}

/** Keys of what is missing in the order itself, `package` among them. */
export function missingInOrder({ candidate, job, packageId }: ReceivedOrder): readonly string[] {
  const required: Readonly<Record<string, string | undefined>> = {
    "person.firstname": candidate.firstName,
    "person.lastname": candidate.lastName,
    "person.email": candidate.email,
    "job.jobtitle": job.title,
    package: packageId,
  };
  return Object.keys(required).filter((key) => saysNothing(required[key]));
}

/** Keys of required fields for which the ATS has no value. */
export function missingInProfiles(
  profiles: Profiles,
  { requiredFields = [] }: CustomerConfiguration,
): readonly string[] {
  return manifest.flatMap(({ profileType, field, required }) => {
    const key = `${profileType}.${field}`;
    const isNeeded = required || requiredFields.includes(key);
    const isMissing =
      profileType !== "applicantworkflow" && saysNothing(profiles[profileType][field]);
    return isNeeded && isMissing ? [key] : [];
  });
}

/** Names every missing field by its token, which the platform replaces by the customer's own label. */
export function refuseIncomplete(missing: readonly string[]): Refusal {
  const names = missing.map((key) => (key === "package" ? "the package" : `{{${key}}}`));
  const rest = names.slice(0, -1).join(", ");
  const what = names.length === 1 ? `${names[0]} is` : `${rest} and ${names.at(-1)} are`;
  const text = `The assessment cannot be sent because ${what} missing. Please fill in what is missing and send the assessment again.`;
  return Refusal.userError(text, `order refused: missing ${missing.join(", ")}`);
}

/** Absent, empty or blank; a list or an object says nothing when all it holds says nothing. */
function saysNothing(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  if (typeof value !== "object") return false;
  return Object.values(value).every(saysNothing);
}
