import { markdownTable } from "../markdown-table.ts";
import { generatedFrom, type Page } from "../page.ts";
import { tableAt } from "../exported-by.ts";

interface EventDescription {
  readonly eventType: string;
  readonly title: string;
  readonly when: string;
  readonly path: string;
  readonly fields: readonly { readonly name: string; readonly meaning: string }[];
  readonly answers: readonly {
    readonly status: string;
    readonly meaning: string;
    readonly effect: string;
  }[];
  readonly evidence: string;
}

const source = "packages/event-delivery/src/event-catalogue.ts";

/** `docs/events.md`: what the platform sends to a partner, and what an answer does. */
export const eventsPage: Page = {
  path: "docs/events.md",
  render: async (root) => {
    const table = await tableAt(root, source, "eventCatalogue");
    if (table === undefined) return undefined;
    // The constant of that name; its own package types it.
    const events = table as readonly EventDescription[];
    const intro = `${generatedFrom(source)}\n\n# Events\n\nWhat the platform sends to a partner's endpoint, and what each answer does.\n`;
    return [intro, ...events.map(eventSection)].join("\n");
  },
};

function eventSection({
  eventType,
  title,
  when,
  path,
  fields,
  answers,
  evidence,
}: EventDescription): string {
  const fieldRows = fields.map(({ name, meaning }) => [`\`${name}\``, meaning]);
  const answerRows = answers.map(({ status, meaning, effect }) => [status, meaning, effect]);
  return [
    `## ${eventType}`,
    `${title}. ${when}\n\nSent as \`POST ${path}\` below the partner's endpoint. Evidence: ${evidence}.`,
    markdownTable(["field", "meaning"], fieldRows),
    `${markdownTable(["answer", "meaning", "effect"], answerRows)}\n`,
  ].join("\n\n");
}
