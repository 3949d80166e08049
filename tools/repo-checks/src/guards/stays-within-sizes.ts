import { parseModule, type ParsedModule } from "@slipway/generate-docs";
import { Visitor, type Function as OxcFunction, type ArrowFunctionExpression } from "oxc-parser";
import type { Finding, Guard } from "../finding.ts";
import { isTestFile, sourceFiles } from "../source-files.ts";

const rule = "stays-within-sizes";

const fileQuestion = 250;
const fileStop = 400;
const functionQuestion = 40;
const componentQuestion = 100;
const tableShare = 0.8;

/**
 * Files over 400 lines fail, unless they are one exported table. What is merely long (a file over 250 lines, a function
 * over 40, a component over 100) is a warning. The linter stops functions at 60.
 */
export const staysWithinSizes: Guard = async (root) => {
  const files = sourceFiles(root);
  const findings = files.flatMap((path) => {
    const parsed = parseModule(root, path);
    return [...longFile(parsed), ...(isTestFile(path) ? [] : longFunctions(parsed))];
  });
  return { filesSeen: files.length, findings };
};

function longFile(parsed: ParsedModule): readonly Finding[] {
  const { path, text } = parsed;
  const lines = text.trimEnd().split("\n").length;
  if (lines <= fileQuestion || isOneTable(parsed)) return [];
  const level = lines > fileStop ? "error" : "warning";
  const message = `Expected at most ${level === "error" ? fileStop : fileQuestion} lines, found ${lines}.`;
  return [{ rule, path, line: 1, message, level }];
}

function isOneTable({ program, text }: ParsedModule): boolean {
  return program.body.some((statement) => {
    const isTable =
      statement.type === "ExportNamedDeclaration" &&
      statement.declaration?.type === "VariableDeclaration";
    return isTable && statement.end - statement.start > text.length * tableShare;
  });
}

function longFunctions({ path, program, lineAt }: ParsedModule): readonly Finding[] {
  const limit = path.endsWith(".tsx") ? componentQuestion : functionQuestion;
  const findings: Finding[] = [];
  const measure = (node: OxcFunction | ArrowFunctionExpression): void => {
    const line = lineAt(node.start);
    const lines = lineAt(node.end) - line + 1;
    const message = `Expected a function of at most ${limit} lines, found ${lines}.`;
    if (lines > limit) findings.push({ rule, path, line, message, level: "warning" });
  };
  new Visitor({
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(program);
  return findings;
}
