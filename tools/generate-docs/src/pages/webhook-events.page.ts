import { markdownTable } from "../markdown-table.ts";
import { generatedFrom, type Page } from "../page.ts";
import { tableAt } from "../exported-by.ts";

interface EventDescription {
  readonly when: string;
  readonly fields: Readonly<Record<string, string>>;
}

const source = "packages/programme/src/webhooks/webhook-events.ts";

const ofEach = {
  integrationId: "The integration that it is about.",
  integration: "Its name.",
};

/** `docs/webhook-events.md`: what a webhook can be told of, and what it is told. */
export const webhookEventsPage: Page = {
  path: "docs/webhook-events.md",
  render: async (root) => {
    const table = await tableAt(root, source, "webhookEvents");
    if (table === undefined) return undefined;
    // The constant of that name; its own package types it.
    const events = table as Readonly<Record<string, EventDescription>>;
    const intro = `${generatedFrom(source)}\n\n# Events of webhooks\n\nWhat a webhook can be told of, and what stands in \`data\`. Instants are ISO 8601 in UTC. How to receive them: \`docs/webhooks.md\`.\n`;
    return [intro, ...Object.entries(events).map(([type, one]) => section(type, one))].join("\n");
  },
};

function section(type: string, { when, fields }: EventDescription): string {
  const rows = Object.entries({ ...ofEach, ...fields }).map(([name, meaning]) => [
    `\`${name}\``,
    meaning,
  ]);
  return `## ${type}\n\n${when}\n\n${markdownTable(["Field", "Meaning"], rows)}\n`;
}
