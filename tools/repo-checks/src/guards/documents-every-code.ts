import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { declaredCodes, parseModule, problemUses, repositoryFiles } from "@slipway/generate-docs";
import type { Finding, Guard } from "../finding.ts";
import { isTestFile } from "../source-files.ts";

const rule = "documents-every-code";

const checksPage = "docs/checks.md";
const eventsPage = "docs/events.md";

/**
 * What a partner meets by name is documented where its name comes from: a problem's meaning is the doc comment above what
 * makes it, a check's page names its id. A declared code is made somewhere, and an id belongs to one check. (That the
 * generated pages hold all of these, and nothing else, is held by keeps-pages-current.)
 */
export const documentsEveryCode: Guard = async (root) => {
  const checks = repositoryFiles(root).filter((path) => path.endsWith(".check.ts"));
  const uses = problemUses(root);
  const made = new Set(uses.map(({ code }) => code));
  const explained = new Set(
    uses.filter(({ meaning }) => meaning !== undefined).map(({ code }) => code),
  );
  const findings = [
    ...uses
      .filter(({ code }) => !explained.has(code))
      .map((use) =>
        finding(
          use,
          `Expected a doc comment above what makes ${use.code}, found none. It is what docs/errors.md says.`,
        ),
      ),
    ...declaredCodes(root)
      .filter(({ code }) => !made.has(code))
      .map((declared) =>
        finding(
          declared,
          `Expected every declared code to be made somewhere, found no place that makes ${declared.code}.`,
        ),
      ),
    ...checks.flatMap((path) => unnamedCheck(root, path)),
    ...sharedIds(root, checks),
    ...unlistedChecks(root, checks),
    ...unlistedEvents(root),
  ];
  return { filesSeen: checks.length + new Set(uses.map(({ path }) => path)).size, findings };
};

function unnamedCheck(root: string, path: string): readonly Finding[] {
  const id = checkId(root, path);
  if (id === undefined)
    return [finding({ path, line: 1 }, "Expected a check with an id as text, found none.")];
  const page = path.replace(/\.ts$/u, ".md");
  const isNamed =
    existsSync(join(root, page)) && readFileSync(join(root, page), "utf8").includes(id);
  return isNamed
    ? []
    : [
        finding(
          { path: page, line: 1 },
          `Expected the page of the check to name ${id}, found no such words.`,
        ),
      ];
}

function sharedIds(root: string, checks: readonly string[]): readonly Finding[] {
  const byId = Map.groupBy(checks, (path) => checkId(root, path));
  return [...byId].flatMap(([id, paths]) =>
    id === undefined
      ? []
      : paths
          .slice(1)
          .map((path) =>
            finding(
              { path, line: 1 },
              `Expected an id of its own, found ${id}, which ${paths[0] ?? ""} has.`,
            ),
          ),
  );
}

// The page is made from the registry: a check that is not on it belongs to no framework, and is never run.
function unlistedChecks(root: string, checks: readonly string[]): readonly Finding[] {
  const page = existsSync(join(root, checksPage))
    ? readFileSync(join(root, checksPage), "utf8")
    : "";
  const listed = new Set([...page.matchAll(/^\| \[`([^`]+)`\]/gmu)].map(([, id]) => id));
  const ids = new Map(checks.map((path) => [checkId(root, path), path]));
  const unlisted = [...ids].filter(([id]) => id !== undefined && !listed.has(id));
  const ghosts = [...listed].filter((id) => !ids.has(id));
  return [
    ...unlisted.map(([id, path]) =>
      finding(
        { path, line: 1 },
        `Expected ${String(id)} on ${checksPage}, found no row. Add it to its framework's list of checks.`,
      ),
    ),
    ...ghosts.map((id) =>
      finding(
        { path: checksPage, line: 1 },
        `Expected a check for every row, found none for ${String(id)}.`,
      ),
    ),
  ];
}

function unlistedEvents(root: string): readonly Finding[] {
  const page = existsSync(join(root, eventsPage))
    ? readFileSync(join(root, eventsPage), "utf8")
    : "";
  // The sdk is for the vendor's own service too: it knows events that nobody here sends.
  const files = repositoryFiles(root).filter(
    (path) => /^(?:apps|packages)\/(?!sdk\/).*\.ts$/u.test(path) && !isTestFile(path),
  );
  return files.flatMap((path) => {
    const { text, lineAt } = parseModule(root, path);
    return [...text.matchAll(/"([A-Z]\w+Event)"/gu)]
      .filter(([, name = ""]) => !page.includes(`## ${name}\n`))
      .map(({ 1: name = "", index }) =>
        finding(
          { path, line: lineAt(index) },
          `Expected ${name} on ${eventsPage}, found no section. Add it to the event catalogue.`,
        ),
      );
  });
}

function checkId(root: string, path: string): string | undefined {
  return /^ {2}id: ["']([^"']+)["'],$/mu.exec(readFileSync(join(root, path), "utf8"))?.[1];
}

function finding(
  { path, line }: { readonly path: string; readonly line: number },
  message: string,
): Finding {
  return { rule, path, line, message, level: "error" };
}
