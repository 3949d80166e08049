import { tableAt } from "../exported-by.ts";
import { markdownTable } from "../markdown-table.ts";
import { generatedFrom, type Page } from "../page.ts";

interface BadInput {
  /** What is wrong with the request. */
  readonly input: string;
  /** Which requests it is sent with. */
  readonly on: string;
  readonly status: number;
  /** Our stable code, as in `docs/errors.md`. */
  readonly code: string;
}

const source = "packages/sandbox-api/src/bad-input.ts";

const intro = `${generatedFrom(source)}

# Bad input

What the sandbox API answers to requests that cannot be worked on, on every route. None of them is ever a 500; a test sends
each to each route. The codes are explained in [errors.md](errors.md).
`;

/** Writes `docs/bad-input.md`: the documented status of every kind of broken request. */
export const badInputPage: Page = {
  path: "docs/bad-input.md",
  render: async (root) => {
    const table = await tableAt(root, source, "badInput");
    if (table === undefined) return undefined;
    // The constant of that name; its own package types it.
    const rows = (table as readonly BadInput[]).map(({ input, on, status, code }) => [
      input,
      on,
      String(status),
      `\`${code}\``,
    ]);
    return `${intro}\n${markdownTable(["input", "on", "status", "code"], rows)}\n`;
  },
};
