import type { FeatureRelease, ReleaseAudience } from "@slipway/platform-client";

import { textTable } from "../../text-table.ts";

/** One release, without its notes. */
export function describeRelease(release: FeatureRelease): string {
  const { id, title, whatItIs, framework, connectorTypes } = release;
  return [
    `Release ${id}: "${title}", ${kindOf(release)}, for ${framework} (${connectorTypes.join(", ")})`,
    stateOf(release),
    whatItIs,
  ].join("\n");
}

/** Release notes, or drafts. */
export function describeReleases(releases: readonly FeatureRelease[]): string {
  if (releases.length === 0) return "No releases.";
  return releases
    .map((release) => `${describeRelease(release)}\n\n${release.notes.trimEnd()}`)
    .join("\n\n");
}

function kindOf({ isMandatory }: FeatureRelease): string {
  return isMandatory ? "mandatory" : "not mandatory";
}

function stateOf(release: FeatureRelease): string {
  return release.state === "draft"
    ? `draft, by ${release.draftedBy.name}; nobody was told`
    : `published ${release.publishedAt} by ${release.publishedBy.name}`;
}

/** Whom a release concerns, or was told to. */
export function describeAudience(audience: ReleaseAudience): string {
  if (audience.state === "draft") {
    if (audience.affected.length === 0) return "It concerns nobody.";
    return textTable([
      ["integration", "name", "version", "validated", "standing", "contact"],
      ...audience.affected.map((one) => [
        one.integrationId,
        one.name,
        String(one.version),
        one.validatedAt,
        one.standing,
        one.contact ?? "nobody on record",
      ]),
    ]);
  }
  if (audience.told.length === 0) return "It concerned nobody.";
  return textTable([
    ["integration", "name", "version", "told", "notice", "deadline"],
    ...audience.told.map((one) => [
      one.integrationId,
      one.name,
      String(one.version),
      one.contact,
      one.noticeId,
      one.deadlineId ?? "-",
    ]),
  ]);
}
