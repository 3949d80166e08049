import { markdownTable } from "../markdown-table.ts";
import { tableAt } from "../exported-by.ts";
import { generatedFrom, type Page } from "../page.ts";

interface MessageRule {
  readonly id: `message.${string}`;
  readonly title: string;
  readonly toDo: string;
}

const folder = "packages/frameworks/src/messages/rules";

const intro = `${generatedFrom(`the rules in ${folder}`)}

# Message rules

What a text that recruiters read has to keep. A finding about a message names the rule that it breaks.
`;

/** Writes `docs/message-rules.md`: every message rule with its page. */
export const messageRulesPage: Page = {
  path: "docs/message-rules.md",
  render: async (root) => {
    // The constant of that name; its own package types it.
    const rules = (await tableAt(root, `${folder}/message-rules.ts`, "messageRules")) as
      | readonly MessageRule[]
      | undefined;
    if (rules === undefined) return undefined;
    const rows = rules.map(({ id, title, toDo }) => [
      `[\`${id}\`](../${folder}/${id.slice("message.".length)}.rule.md)`,
      title,
      toDo,
    ]);
    return `${intro}\n${markdownTable(["rule", "a text", "what to do"], rows)}\n`;
  },
};
