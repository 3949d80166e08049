import type { Guard } from "../finding.ts";
import { importGraph } from "../import-graph.ts";
import { importLine } from "../import-line.ts";

/** No file imports itself over others. Imports of types count: they show who needs to know whom. */
export const hasNoImportCycle: Guard = async (root) => {
  const { moduleCount, imports } = await importGraph(root);
  const findings = imports
    .filter(({ cycle }) => cycle.length > 0)
    .map((edge) => ({
      rule: "has-no-import-cycle",
      path: edge.from,
      line: importLine(root, edge),
      message: `Expected imports without a cycle, found ${[edge.from, ...edge.cycle].join(" → ")}.`,
      level: "error" as const,
    }));
  return { filesSeen: moduleCount, findings };
};
