/**
 * The dependency rows of the house, from the ground up. A workspace imports from lower rows only; two on one row meet in
 * a plain value one row up. Names are folders.
 */
const houseRows: readonly (readonly string[])[] = [
  ["packages/foundation"],
  [
    "packages/exchange",
    "packages/evidence",
    "packages/ats-model",
    "packages/database",
    "packages/platform-client",
  ],
  [
    "packages/sandbox-api",
    "packages/event-delivery",
    "packages/exchange-log",
    "packages/flat-files",
    "packages/conformance",
    "packages/sdk",
  ],
  ["packages/frameworks", "packages/marketplace"],
  ["packages/programme"],
  ["packages/platform-api"],
  ["apps/platform", "apps/portal", "packages/cli"],
];

/** Who may import only what is listed, whatever its row allows. */
export const narrowedImports: Readonly<Record<string, NarrowedImports>> = {
  "apps/portal": {
    only: ["packages/foundation", "packages/platform-client"],
    reason: "the portal reaches the server only through HTTP",
  },
  examples: {
    only: ["examples/*", "packages/platform-client", "packages/sdk"],
    reason: "an example is a partner: it has what partners have",
  },
  journeys: {
    only: [
      "examples/*",
      "packages/database",
      "packages/foundation",
      "packages/platform-client",
      "packages/sdk",
    ],
    reason: "a journey uses the front doors, and may bring example partners and a database server",
  },
  "packages/cli": {
    only: ["packages/foundation", "packages/evidence", "packages/platform-client"],
    reason:
      "the command line reaches the server through HTTP and starts it as a process; evidence it verifies without one",
  },
  "packages/sdk": {
    only: ["packages/ats-model"],
    typesOnly: true,
    reason: "partners install the sdk alone; it takes types of ats-model and nothing else of ours",
  },
  "tools/launcher": {
    only: [],
    reason: "the launcher runs before anything is installed",
  },
};

export interface NarrowedImports {
  readonly only: readonly string[];
  readonly typesOnly?: true;
  readonly reason: string;
}

/** The judge never imports the judged. Stated beside the rows, so that moving a row does not lift it. */
export const judges: readonly string[] = ["packages/conformance", "packages/frameworks"];
export const judged: readonly string[] = ["packages/sandbox-api"];

/** Row of a workspace, from 1; tools stand above all, undefined for what has no row. */
export function rowOf(workspace: string): number | undefined {
  const row = houseRows.findIndex((members) => members.includes(workspace));
  return row === -1 ? undefined : row + 1;
}
