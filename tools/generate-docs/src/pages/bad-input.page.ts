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

interface BadInputSource {
  /** The heading under which its table stands. */
  readonly title: string;
  readonly path: string;
  readonly intro: string;
}

const sources: readonly BadInputSource[] = [
  {
    title: "The sandbox API",
    path: "packages/sandbox-api/src/bad-input.ts",
    intro: "In the shape of the imitated ATS: `errors` with message and number, and `X-Error`.",
  },
  {
    title: "The platform API",
    path: "packages/platform-api/src/bad-input.ts",
    intro:
      "Always a problem document (`application/problem+json`) with our code. Without a token the answer is 401, whatever else is wrong.",
  },
];

const intro = `${generatedFrom(sources.map(({ path }) => path).join(" and "))}

# Bad input

What the APIs answer to requests that cannot be worked on, on every route. None of them is ever a 500; a test sends each to
each route. The codes are explained in [errors.md](errors.md).
`;

/** Writes `docs/bad-input.md`: the documented status of every kind of broken request. */
export const badInputPage: Page = {
  path: "docs/bad-input.md",
  render: async (root) => {
    const sections = await Promise.all(sources.map(async (source) => renderSection(root, source)));
    const known = sections.filter((section) => section !== undefined);
    return known.length === 0 ? undefined : [intro, ...known].join("\n");
  },
};

async function renderSection(
  root: string,
  { title, path, intro: about }: BadInputSource,
): Promise<string | undefined> {
  const table = await tableAt(root, path, "badInput");
  if (table === undefined) return undefined;
  // The constant of that name; its own package types it.
  const rows = (table as readonly BadInput[]).map(({ input, on, status, code }) => [
    input,
    on,
    String(status),
    /^[A-Z]+(?:-[A-Z]+)+$/u.test(code) ? `\`${code}\`` : code,
  ]);
  return `## ${title}\n\n${about}\n\n${markdownTable(["input", "on", "status", "code"], rows)}\n`;
}
