import { manifest } from "@slipway/example-prime-partner";
import type { Design, IntegrationVersion, PlatformClient } from "@slipway/platform-client";

import { people } from "./people.ts";

const design: Design = {
  useCase: "A recruiter orders a test; the candidate takes it; the result is written back.",
  valueProposition: "Recruiters see results where they work.",
  operations: [
    "GET /people/{id}",
    "GET /jobs/{id}",
    "GET /applicantworkflows/{id}",
    "PATCH /applicantworkflows/{id}",
  ],
  events: ["WorkFlowStatusChangeEvent"],
  optionalFeatures: ["cancel"],
  manifest,
  setUpSteps: ["Enter the credentials.", "Choose the packages."],
  valuesPerCustomer: ["Customer id", "Credentials", "Packages"],
  setUpQuestions: [],
};

/**
 * From design to approval: written, flagged, asked about, answered, approved. False where the design was handed in before: it stays
 * as it is.
 */
export async function tellDesign(
  client: PlatformClient,
  integrationId: string,
  say: (line: string) => void,
): Promise<boolean> {
  const { versions } = await client.loadLifecycle(integrationId);
  if (versions[0]?.state.kind !== "drafting") return false;
  const { partner, reviewer } = people;
  const saved = await client.saveDesign(integrationId, 1, { design, actor: partner });
  for (const line of describeDesign(saved.versions[0])) say(line);
  await client.moveVersion(integrationId, 1, {
    event: "submit-design",
    actor: partner,
    reason: "It is complete.",
  });
  const asked = await client.openReviewItem(integrationId, 1, {
    about: "person.phones",
    question: "What is it read for?",
    actor: reviewer,
  });
  const item = asked.items.find(({ state }) => state === "open");
  if (item === undefined) throw new Error("Expected an open question, found none");
  const answer = "To remind candidates who have not begun.";
  await client.closeReviewItem(integrationId, item.id, { answer, actor: partner });
  say(`  ${reviewer.name} asks about ${item.about}: ${item.question}`);
  say(`  ${partner.name} answers: ${answer}`);
  const reason = "Every field is one of the documented process.";
  await client.moveVersion(integrationId, 1, {
    event: "approve-design",
    actor: reviewer,
    reason,
  });
  say(`  ${reviewer.name} approves the design: ${reason}`);
  return true;
}

function describeDesign(version: IntegrationVersion | undefined): readonly string[] {
  const {
    setUpSteps = 0,
    valuesPerCustomer = 0,
    setUpQuestions = 0,
  } = version?.repeatability ?? {};
  return [
    `Design: ${manifest.length} fields, ${design.operations.length} operations, ${version?.flags.length ?? 0} flagged; to set up: ${setUpSteps} steps, ${valuesPerCustomer} values per customer, ${setUpQuestions} questions`,
  ];
}
