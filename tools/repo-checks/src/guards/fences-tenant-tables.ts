import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lineFinder, repositoryFiles } from "@slipway/generate-docs";
import type { Finding, Guard } from "../finding.ts";

const rule = "fences-tenant-tables";

/** Tables with a customer that are the programme's own, and read by it alone. */
const programmeTables: Readonly<Record<string, string>> = {
  run_exchange: "ties a run of the programme to what it judged",
  tenant: "says which customers there are",
};

interface Table {
  readonly name: string;
  readonly columns: string;
  readonly offset: number;
}

/**
 * A table that holds a customer's data has `customer_id` in its primary key, so that one customer's data can live on its own
 * shard, and is under row-level security, the second fence.
 */
export const fencesTenantTables: Guard = async (root) => {
  const files = repositoryFiles(root).filter((path) =>
    /\/migrations\/\d{4}-[\w-]+\.ts$/u.test(path),
  );
  return { filesSeen: files.length, findings: files.flatMap((path) => unfenced(root, path)) };
};

function unfenced(root: string, path: string): readonly Finding[] {
  const text = readFileSync(join(root, path), "utf8");
  const lineAt = lineFinder(text);
  return tablesIn(text)
    .filter(({ columns }) => /^\s*customer_id\b/mu.test(columns))
    .flatMap((table) =>
      objections(table, text).map((message): Finding => ({
        rule,
        path,
        line: lineAt(table.offset),
        message,
        level: "error",
      })),
    );
}

function objections({ name, columns }: Table, text: string): readonly string[] {
  const key =
    /primary key \(([^)]*)\)/u.exec(columns)?.[1] ??
    /^\s*(\w+)[^,]*\bprimary key\b/mu.exec(columns)?.[1] ??
    "";
  const isKeyed = key.split(",").some((column) => column.trim() === "customer_id");
  const isSecured = text.includes(`"${name}"`) || Object.hasOwn(programmeTables, name);
  return [
    isKeyed ? [] : `Expected customer_id in the primary key of ${name}, found (${key}).`,
    isSecured
      ? []
      : `Expected row-level security on ${name}, found it on no list of secured tables.`,
  ].flat();
}

function tablesIn(text: string): readonly Table[] {
  return [...text.matchAll(/create table (\w+) \(([\s\S]*?)\n\s*\)/gu)].map((match) => ({
    name: match[1] ?? "",
    columns: match[2] ?? "",
    offset: match.index,
  }));
}
