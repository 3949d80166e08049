import { repositoryFiles } from "@slipway/generate-docs";
import type { Finding, Guard } from "../finding.ts";

const rule = "completes-shapes";

const frameworkMembers = [
  "guide.md",
  "contract.ts",
  "field-manifest.ts",
  "requirement-pack.ts",
  "scenarios/",
  "checks/",
];

/** The two shapes that repeat are whole wherever they occur: a check is a triad, a framework folder has its six members. */
export const completesShapes: Guard = async (root) => {
  const files = new Set(repositoryFiles(root));
  const checks = [...files].filter((path) => path.endsWith(".check.ts"));
  const folders = [...new Set([...files].flatMap(frameworkFolder))];
  const findings = [
    ...checks.flatMap((path) => missingOfTriad(path, files)),
    ...folders.flatMap((folder) => missingOfFramework(folder, files)),
  ];
  return { filesSeen: files.size, findings };
};

function missingOfTriad(path: string, files: ReadonlySet<string>): readonly Finding[] {
  const stem = path.slice(0, -".ts".length);
  return [`${stem}.test.ts`, `${stem}.md`]
    .filter((member) => !files.has(member))
    .map((member) =>
      finding(
        path,
        `Expected ${nameOf(member)} beside a check, found none. A check is a triad: judge, test, page.`,
      ),
    );
}

function frameworkFolder(path: string): readonly string[] {
  const [, folder, rest] = /^(packages\/frameworks\/src\/[^/]+\/)(.+)$/u.exec(path) ?? [];
  if (folder === undefined || rest === undefined) return [];
  return frameworkMembers.some((member) => isMember(rest, member)) ? [folder] : [];
}

function missingOfFramework(folder: string, files: ReadonlySet<string>): readonly Finding[] {
  const present = [...files]
    .filter((path) => path.startsWith(folder))
    .map((path) => path.slice(folder.length));
  return frameworkMembers
    .filter((member) => !present.some((path) => isMember(path, member)))
    .map((member) => finding(folder, `Expected ${member} in a framework folder, found none.`));
}

function isMember(path: string, member: string): boolean {
  return member.endsWith("/") ? path.startsWith(member) : path === member;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function finding(path: string, message: string): Finding {
  return { rule, path, line: 1, message, level: "error" };
}
