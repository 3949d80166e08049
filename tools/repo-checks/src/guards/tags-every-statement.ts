import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryFiles } from "@slipway/generate-docs";
import type { Finding, Guard } from "../finding.ts";

const rule = "tags-every-statement";

const folder = "docs/vendor-behaviour";
const switchTable = "packages/ats-model/src/tenant/vendor-switches.ts";
const tags = new Set(["DOC", "PAY", "CLI", "3P", "INF", "UNK"]);
const uncertain = new Set(["INF", "UNK"]);

interface Statement {
  readonly id: string;
  readonly evidence: string;
  /** The last cell: a switch in code quotes, or `fixed: …`. */
  readonly choice: string;
  readonly path: string;
  readonly line: number;
}

/**
 * A statement about the real ATS has an id of its own and a known evidence tag; what is not certain names its switch or
 * says what is fixed; a switch that is named exists, and every switch rests on a statement.
 */
export const tagsEveryStatement: Guard = async (root) => {
  const pages = existsSync(join(root, folder)) ? repositoryFiles(root, folder) : [];
  const statements = pages.flatMap((path) => statementsIn(root, path));
  const switches = switchIds(root);
  const named = new Set(statements.flatMap(({ choice }) => namedSwitch(choice) ?? []));
  const findings = [
    ...statements.flatMap((statement, index) =>
      objections(statement, { earlier: statements.slice(0, index), switches }),
    ),
    ...switches
      .filter((id) => !named.has(id))
      .map((id) =>
        finding(
          { path: switchTable, line: 1 },
          `Expected a statement in ${folder} that names the switch ${id}, found none.`,
        ),
      ),
  ];
  return { filesSeen: pages.length, findings };
};

interface Known {
  readonly earlier: readonly Statement[];
  readonly switches: readonly string[];
}

function objections(statement: Statement, { earlier, switches }: Known): readonly Finding[] {
  const { id, evidence, choice } = statement;
  const named = namedSwitch(choice);
  const isOpen = uncertain.has(evidence) && named === undefined && !/^fixed: \S/u.test(choice);
  const texts = [
    earlier.some((other) => other.id === id)
      ? `Expected an id of its own, found ${id} a second time.`
      : [],
    tags.has(evidence)
      ? []
      : `Expected one of ${[...tags].join(", ")}, found "${evidence}" as the evidence of ${id}.`,
    isOpen ? `Expected the switch of ${id} (${evidence}), or "fixed: …", found "${choice}".` : [],
    named === undefined || switches.includes(named)
      ? []
      : `Expected a switch that exists, found ${named} in ${id}.`,
  ].flat();
  return texts.map((text) => finding(statement, text));
}

function statementsIn(root: string, path: string): readonly Statement[] {
  return readFileSync(join(root, path), "utf8")
    .split("\n")
    .flatMap((text, index) => {
      if (!/^\|\s*VB-/u.test(text)) return [];
      const [id = "", , evidence = "", , choice = ""] = text
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim());
      return [{ id, evidence, choice, path, line: index + 1 }];
    });
}

function switchIds(root: string): readonly string[] {
  if (!existsSync(join(root, switchTable))) return [];
  const text = readFileSync(join(root, switchTable), "utf8");
  return [...text.matchAll(/^ {4}id: "(\w+)",$/gmu)].flatMap(([, id]) => id ?? []);
}

function namedSwitch(choice: string): string | undefined {
  return /^`(\w+)`$/u.exec(choice)?.[1];
}

function finding({ path, line }: Pick<Statement, "path" | "line">, message: string): Finding {
  return { rule, path, line, message, level: "error" };
}
