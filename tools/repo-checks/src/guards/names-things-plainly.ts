import { parseModule, repositoryFiles } from "@slipway/generate-docs";
import type { Finding, Guard } from "../finding.ts";
import { isTestFile, sourceFiles } from "../source-files.ts";

const rule = "names-things-plainly";

const drawers = new Set([
  "utils",
  "util",
  "helpers",
  "helper",
  "common",
  "misc",
  "manager",
  "service",
  "data",
  "info",
]);
const rooms = /^(?:apps|bench|docs|examples|journeys|packages|tools)\//u;
const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/u;
const numbered = /[a-z]{2}[2-9]$/u;
/** Words that end in a digit because they are spelled so. */
const spelledWithDigit = ["argon2", "http2", "oauth2", "p95", "utf8"];

/**
 * Files and folders are kebab-case, none is a drawer (`utils`) or a numbered variant (`parse2`). A file that exports
 * anything exports what it is named after; that last is a warning.
 */
export const namesThingsPlainly: Guard = async (root) => {
  const files = repositoryFiles(root).filter((path) => rooms.test(path));
  const sources = sourceFiles(root).filter((path) => !isTestFile(path));
  return {
    filesSeen: files.length,
    findings: [
      ...files.flatMap(misnamed),
      ...sources.flatMap((path) => namedAfterNothing(root, path)),
    ],
  };
};

function misnamed(path: string): readonly Finding[] {
  const segments = path.split("/");
  return segments.flatMap((segment) => {
    const isFixed = segment.startsWith(".") || /^(?:README|LICENSE|NOTICE)/u.test(segment);
    const message = isFixed ? undefined : objection(segment);
    return message === undefined ? [] : [{ rule, path, line: 1, message, level: "error" as const }];
  });
}

function objection(segment: string): string | undefined {
  const [noun = ""] = segment.split(".");
  if (drawers.has(noun))
    return `Expected a name that says what is inside, found the drawer "${noun}".`;
  if (!kebabCase.test(segment)) return `Expected kebab-case, found "${segment}".`;
  const isVariant = numbered.test(noun) && !spelledWithDigit.some((word) => noun.endsWith(word));
  return isVariant
    ? `Expected a name of its own, found the numbered variant "${noun}".`
    : undefined;
}

function namedAfterNothing(root: string, path: string): readonly Finding[] {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.tsx?$/u, "");
  if (isNamedOtherwise(path, name)) return [];
  const exported = parseModule(root, path).module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ exportName }) => exportName.name ?? []),
  );
  if (exported.length === 0 || exported.some((one) => isNamedAfter(one, name))) return [];
  const message = `Expected an export named after the file, found ${exported.join(", ")}.`;
  return [{ rule, path, line: 1, message, level: "warning" }];
}

// Entry points, the problems of an area, and migrations, whose numbered names give their order.
function isNamedOtherwise(path: string, name: string): boolean {
  return (
    name === "index" ||
    name === "main" ||
    name.endsWith(".problems") ||
    path.includes("/migrations/")
  );
}

// `retry-schedule.ts`: retrySchedule, RetrySchedule; `profile.routes.ts`: profileRoutes; `x.check.ts`: x.
function isNamedAfter(exported: string, fileName: string): boolean {
  const plain = exported.toLowerCase();
  const words = fileName.toLowerCase().replaceAll("-", "");
  return plain === words.replaceAll(".", "") || plain === words.split(".")[0];
}
