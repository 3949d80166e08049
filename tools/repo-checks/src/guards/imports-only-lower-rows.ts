import type { Finding, Guard } from "../finding.ts";
import { judged, judges, narrowedImports, rowOf, type NarrowedImports } from "../house-rows.ts";
import { importGraph, type Import } from "../import-graph.ts";
import { importLine } from "../import-line.ts";
import { isTestFile, workspaceOf } from "../source-files.ts";

const rule = "imports-only-lower-rows";

/** A workspace imports lower rows only, reaches others by their name only, and the judge never imports the judged. */
export const importsOnlyLowerRows: Guard = async (root) => {
  const { moduleCount, imports } = await importGraph(root);
  const findings = imports.flatMap((edge): readonly Finding[] => {
    const message = objection(edge);
    if (message === undefined) return [];
    return [{ rule, path: edge.from, line: importLine(root, edge), message, level: "error" }];
  });
  return { filesSeen: moduleCount, findings };
};

function objection(edge: Import): string | undefined {
  const from = workspaceOf(edge.from);
  const to = targetWorkspace(edge.to);
  if (from === undefined || to === undefined || from === to) return undefined;
  if (edge.specifier.startsWith(".")) {
    return `Expected ${to} to be imported by its package name, found the path "${edge.specifier}".`;
  }
  const narrowed = narrowedImports[from] ?? narrowedImports[from.split("/")[0] ?? from];
  return (
    judgeObjection(from, to) ??
    (narrowed === undefined ? rowObjection(from, to) : narrowedObjection(edge, to, narrowed))
  );
}

function judgeObjection(from: string, to: string): string | undefined {
  if (!judges.includes(from) || !judged.includes(to)) return undefined;
  return `Expected the judge (${from}) never to import the judged (${to}): they meet in recorded exchanges and over HTTP.`;
}

function narrowedObjection(
  edge: Import,
  to: string,
  narrowed: NarrowedImports,
): string | undefined {
  const from = workspaceOf(edge.from) ?? edge.from;
  const room = `${to.split("/")[0] ?? to}/*`;
  const names = narrowed.only.length === 0 ? "nothing of ours" : `only ${narrowed.only.join(", ")}`;
  if (!narrowed.only.includes(to) && !narrowed.only.includes(room)) {
    return `Expected ${from} to import ${names} (${narrowed.reason}), found ${to}.`;
  }
  const brings = narrowed.typesOnly === true && !edge.typeOnly && !isTestFile(edge.from);
  return brings
    ? `Expected ${from} to import types alone of ${to} (${narrowed.reason}), found values.`
    : undefined;
}

function rowObjection(from: string, to: string): string | undefined {
  // Tools look at everything from above.
  if (from.startsWith("tools/")) return undefined;
  const fromRow = rowOf(from);
  const toRow = rowOf(to);
  if (fromRow === undefined || toRow === undefined) {
    const [homeless, other] = fromRow === undefined ? [from, to] : [to, from];
    return `Expected ${homeless} in a row of tools/repo-checks/src/house-rows.ts, found it in none (beside ${other}).`;
  }
  if (fromRow > toRow) return undefined;
  const place = fromRow === toRow ? "the same row" : `row ${toRow}`;
  return `Expected ${from} (row ${fromRow}) to import lower rows only, found ${to} on ${place}. Let them meet one row up.`;
}

function targetWorkspace(to: string): string | undefined {
  const named = /^@slipway\/([^/]+)/u.exec(to)?.[1];
  return named === undefined ? workspaceOf(to) : `packages/${named}`;
}
