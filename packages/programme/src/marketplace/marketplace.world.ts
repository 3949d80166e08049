import { saveListing, type ListingText } from "@slipway/marketplace";

import { saveStanding } from "../lifecycle/lifecycle.store.ts";
import type { Standing } from "../lifecycle/standing-state.ts";
import type { ProgrammeWorld } from "../testing/open-programme-world.ts";

/** An integration that is published under its own name, with this standing. */
export async function list(
  { programme, database }: ProgrammeWorld,
  name: string,
  standing: Standing,
): Promise<string> {
  const { integration } = await programme.registerIntegration({
    name,
    framework: "prime-assessment",
    organisation: "Acme",
  });
  const text = { ...listingText, name };
  await database.transaction(async (tx) => {
    await saveStanding(tx, integration.id, standing);
    await saveListing(tx, {
      integrationId: integration.id,
      state: { kind: "published", since: "2026-03-01T09:00:00.000Z" },
      draft: text,
      published: text,
    });
  });
  return integration.id;
}

export const listingText: ListingText = {
  name: "Acme Tests",
  tagline: "Tests in ten minutes.",
  description: "Numbers and words.",
  categories: ["Assessment"],
  optionalFeatures: [],
  supportContact: "support@acme.example.test",
  links: [],
};
