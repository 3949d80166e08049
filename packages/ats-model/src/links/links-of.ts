import type { ProfileDoc, StoredValue } from "../field/stored-value.ts";
import type { ProfileRef } from "../noun/profile-ref.ts";
import type { Link } from "./link.ts";
import type { TenantAddress } from "./profile-url.ts";
import { profileUrl } from "./profile-url.ts";

/**
 * The `links` of a profile: itself first; on a workflow its base and associated profile follow, and all three carry
 * `rel` `self`, as recorded (PAY). A client has to go by title or order.
 */
export function linksOf(
  tenant: TenantAddress,
  { noun, id }: ProfileRef,
  doc: ProfileDoc,
): readonly Link[] {
  const self = link("The current profile being viewed.", profileUrl(tenant, noun, id));
  if (noun !== "applicantworkflows") return [self];
  return [
    self,
    ...linked(doc.baseprofile, (target) =>
      link("The base profile of this workflow.", profileUrl(tenant, "jobs", target)),
    ),
    ...linked(doc.associatedprofile, (target) =>
      link("The associated profile of this workflow.", profileUrl(tenant, "people", target)),
    ),
  ];
}

function link(title: string, url: string): Link {
  return { rel: "self", title, url };
}

function linked(value: StoredValue | undefined, build: (target: number) => Link): readonly Link[] {
  return typeof value === "number" ? [build(value)] : [];
}
