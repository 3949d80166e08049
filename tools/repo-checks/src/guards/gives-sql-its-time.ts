import { parseModule } from "@slipway/generate-docs";
import { Visitor } from "oxc-parser";
import { applyExceptions, type Exceptions } from "../exceptions.ts";
import type { Finding, Guard } from "../finding.ts";
import { isTestFile, sourceFiles } from "../source-files.ts";

const rule = "gives-sql-its-time";

const exceptions: Exceptions = {};

const ownTime =
  /\b(?:now\(\)|current_timestamp|current_date|current_time|localtimestamp|localtime|(?:clock|statement|transaction)_timestamp\(\)|timeofday\(\))/iu;

/** A statement gets the time as a parameter: the database's own clock cannot be moved with a tenant's. */
export const givesSqlItsTime: Guard = async (root) => {
  const files = sourceFiles(root).filter(
    (path) => /^(?:apps|packages)\//u.test(path) && !isTestFile(path),
  );
  const findings = files.flatMap((path) => ownTimes(root, path));
  return { filesSeen: files.length, findings: applyExceptions(findings, { rule, exceptions }) };
};

function ownTimes(root: string, path: string): readonly Finding[] {
  const { text, program, lineAt } = parseModule(root, path);
  const findings: Finding[] = [];
  const look = ({ start, end }: { readonly start: number; readonly end: number }): void => {
    const found = ownTime.exec(text.slice(start, end));
    if (found === null) return;
    const message = `Expected the time as a parameter of the statement, found ${found[0]}. Pass clock.now().`;
    findings.push({ rule, path, line: lineAt(start + found.index), message, level: "error" });
  };
  new Visitor({
    Literal: (node) => {
      if (typeof node.value === "string") look(node);
    },
    TemplateElement: look,
  }).visit(program);
  return findings;
}
