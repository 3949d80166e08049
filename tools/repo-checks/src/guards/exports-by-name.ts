import { parseModule } from "@slipway/generate-docs";
import { Visitor } from "oxc-parser";
import { applyExceptions, type Exceptions } from "../exceptions.ts";
import type { Finding, Guard } from "../finding.ts";
import { sourceFiles } from "../source-files.ts";

const rule = "exports-by-name";

const exceptions: Exceptions = {};

/** Names are exported one by one: no `export *`, no default export, and an `index.ts` at a package's root only. */
export const exportsByName: Guard = async (root) => {
  const files = sourceFiles(root);
  const findings = files.flatMap((path) => [
    ...misplacedIndex(path),
    ...unnamedExports(root, path),
  ]);
  return { filesSeen: files.length, findings: applyExceptions(findings, { rule, exceptions }) };
};

function misplacedIndex(path: string): readonly Finding[] {
  if (!/\/index\.tsx?$/u.test(path) || /^[^/]+\/[^/]+\/src\/index\.ts$/u.test(path)) return [];
  return [
    finding(
      path,
      1,
      "Expected index.ts at the root of a package only, found it in a folder. Import the files themselves.",
    ),
  ];
}

function unnamedExports(root: string, path: string): readonly Finding[] {
  const { program, lineAt } = parseModule(root, path);
  const findings: Finding[] = [];
  new Visitor({
    ExportDefaultDeclaration: ({ start }) => {
      findings.push(
        finding(path, lineAt(start), "Expected named exports only, found a default export."),
      );
    },
    ExportAllDeclaration: ({ start }) => {
      findings.push(
        finding(path, lineAt(start), "Expected exports listed one by one, found export *."),
      );
    },
  }).visit(program);
  return findings;
}

function finding(path: string, line: number, message: string): Finding {
  return { rule, path, line, message, level: "error" };
}
