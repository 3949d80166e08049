import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Finding, Guard } from "../finding.ts";
import { sourceFiles } from "../source-files.ts";

const rule = "exports-nothing-unused";

const knip = join(import.meta.dirname, "../../../../node_modules/knip/bin/knip.js");
const maxReportBytes = 64 * 1024 * 1024;

interface Issue {
  readonly file: string;
  readonly files: readonly Named[];
  readonly exports: readonly Named[];
  readonly types: readonly Named[];
}

interface Named {
  readonly name: string;
  readonly line?: number;
}

/** No file that nothing imports, and no export that nothing uses. What a package's index lists is its public surface. */
export const exportsNothingUnused: Guard = async (root) => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      knip,
      "--directory",
      root,
      "--include",
      "files,exports,types",
      "--reporter",
      "json",
      "--no-progress",
      "--no-exit-code",
    ],
    { maxBuffer: maxReportBytes },
  );
  // The JSON reporter's documented shape, as far as it is read here.
  const { issues } = JSON.parse(stdout) as { readonly issues: readonly Issue[] };
  const findings = issues
    .toSorted((left, right) => (left.file < right.file ? -1 : 1))
    .flatMap(findingsOf);
  return { filesSeen: sourceFiles(root).length, findings };
};

function findingsOf({
  file,
  files = [],
  exports = [],
  types = [],
}: Partial<Issue> & { readonly file: string }): readonly Finding[] {
  return [
    ...files.map(() =>
      finding(
        { path: file, line: 1 },
        "Expected every file to be imported or to be an entry, found one that is neither. Remove it.",
      ),
    ),
    ...[...exports, ...types].map(({ name, line = 1 }) =>
      finding(
        { path: file, line },
        `Expected every export to be used in another file, found ${name} unused. Remove it, or its export.`,
      ),
    ),
  ];
}

function finding(
  { path, line }: { readonly path: string; readonly line: number },
  message: string,
): Finding {
  return { rule, path, line, message, level: "error" };
}
