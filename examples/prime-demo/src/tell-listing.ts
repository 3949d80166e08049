import type { PlatformClient } from "@slipway/platform-client";

import { partnerName, people } from "./people.ts";

/** Puts a designated integration into the marketplace, where anybody sees it; one that is there stays as it is. */
export async function tellListing(
  client: PlatformClient,
  integrationId: string,
  say: (line: string) => void,
): Promise<void> {
  const { listings } = await client.viewMarketplace();
  if (listings.some((listing) => listing.integrationId === integrationId)) return;
  const { partner } = people;
  await client.saveListingDraft(integrationId, {
    draft: {
      name: partnerName,
      tagline: "Tests that candidates like to take.",
      description: "Order a test for a candidate and read the result where you work.",
      categories: ["Assessment"],
      optionalFeatures: ["cancel"],
      supportContact: "support@harbour.example",
      links: [],
    },
    actor: partner,
  });
  const reason = "It is validated.";
  await client.moveListing(integrationId, { event: "publish", actor: partner, reason });
  say(`  ${partner.name} publishes the listing: /marketplace shows it`);
}
