import { parseModule } from "@slipway/generate-docs";
import { Visitor } from "oxc-parser";
import type { Finding, Guard } from "../finding.ts";
import { isTestFile, sourceFiles } from "../source-files.ts";

const rule = "explains-every-cast";

/** Lines above a cast in which its reason may stand. */
const reachLines = 3;

/** A type assertion says in a comment why it is true: on its line or just above. A warning. */
export const explainsEveryCast: Guard = async (root) => {
  const files = sourceFiles(root).filter((path) => !isTestFile(path));
  return { filesSeen: files.length, findings: files.flatMap((path) => bareCasts(root, path)) };
};

function bareCasts(root: string, path: string): readonly Finding[] {
  const { text, program, comments, lineAt } = parseModule(root, path);
  const explained = new Set(comments.flatMap(({ start, end }) => [lineAt(start), lineAt(end)]));
  const findings: Finding[] = [];
  new Visitor({
    TSAsExpression: ({ start, end, typeAnnotation }) => {
      const target = text.slice(typeAnnotation.start, typeAnnotation.end);
      const line = lineAt(start);
      const reach = Array.from({ length: reachLines + 1 }, (_, back) => line - back);
      if (target === "const" || [...reach, lineAt(end)].some((near) => explained.has(near))) return;
      const message = `Expected the reason of the cast to ${target.replaceAll(/\s+/gu, " ")} in a comment, found none.`;
      findings.push({ rule, path, line, message, level: "warning" });
    },
  }).visit(program);
  return findings;
}
