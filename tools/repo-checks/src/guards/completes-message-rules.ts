import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryFiles } from "@slipway/generate-docs";
import type { Finding, Guard } from "../finding.ts";

const rule = "completes-message-rules";

/** A message rule is four files: rule, test, page and samples; its page names its id. */
export const completesMessageRules: Guard = async (root) => {
  const files = repositoryFiles(root).filter((path) => path.endsWith(".rule.ts"));
  return { filesSeen: files.length, findings: files.flatMap((path) => faultsOf(root, path)) };
};

function faultsOf(root: string, path: string): readonly Finding[] {
  const stem = path.slice(0, -".rule.ts".length);
  const missing = [`${stem}.rule.test.ts`, `${stem}.rule.md`, `${stem}.samples.ts`].filter(
    (member) => !existsSync(join(root, member)),
  );
  return [
    ...missing.map((member) =>
      finding(path, `Expected ${member} beside a message rule, found none.`),
    ),
    ...unnamedRule(root, path, `${stem}.rule.md`),
  ];
}

function unnamedRule(root: string, path: string, page: string): readonly Finding[] {
  const id = /^ {2}id: "(message\.[a-z-]+)",$/mu.exec(readFileSync(join(root, path), "utf8"))?.[1];
  if (id === undefined) return [finding(path, "Expected a rule with an id as text, found none.")];
  if (!existsSync(join(root, page))) return [];
  return readFileSync(join(root, page), "utf8").includes(`\`${id}\``)
    ? []
    : [finding(page, `Expected the page of the rule to name ${id}, found no such words.`)];
}

function finding(path: string, message: string): Finding {
  return { rule, path, line: 1, message, level: "error" };
}
