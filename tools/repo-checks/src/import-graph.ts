import { existsSync } from "node:fs";
import { join } from "node:path";
import { cruise, type ICruiseOptions, type ICruiseResult } from "dependency-cruiser";

/** Who imports whom, file by file. */
export interface ImportGraph {
  /** Modules that were read; the guards fail when there are none. */
  readonly moduleCount: number;
  readonly imports: readonly Import[];
}

export interface Import {
  readonly from: string;
  /** The imported file, or the package name where it could not be resolved. */
  readonly to: string;
  /** As written in the source. */
  readonly specifier: string;
  readonly typeOnly: boolean;
  /** The files of the cycle that this import closes; empty when it closes none. */
  readonly cycle: readonly string[];
}

const rooms = ["apps", "examples", "journeys", "packages", "tools"];
const graphs = new Map<string, Promise<ImportGraph>>();

/** The graph below `root`, read once per process. */
export function importGraph(root: string): Promise<ImportGraph> {
  const known = graphs.get(root) ?? readGraph(root);
  graphs.set(root, known);
  return known;
}

async function readGraph(root: string): Promise<ImportGraph> {
  const present = rooms.filter((room) => existsSync(join(root, room)));
  // The types of dependency-cruiser lag behind its options: `parser` and `specify` are documented, not typed.
  const options = {
    baseDir: root,
    // Beside TypeScript 7 only this parser reads anything; without it the graph is empty and every rule holds.
    parser: "swc",
    tsPreCompilationDeps: "specify",
    exclude: { path: String.raw`(^|/)(dist|\.slipway)/` },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["@slipway/source", "node", "import", "types", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
    validate: true,
    ruleSet: {
      forbidden: [{ name: "cycle", severity: "error", from: {}, to: { circular: true } }],
    },
  } as unknown as ICruiseOptions;
  const { output } = await cruise(present, options);
  // `outputType` is not set, so that the output is the result object and no text.
  const { modules } = output as ICruiseResult;
  const own = modules.filter(
    ({ source }) =>
      /\.(?:tsx?|mjs)$/u.test(source) && rooms.some((room) => source.startsWith(`${room}/`)),
  );
  const imports = own.flatMap(({ source, dependencies }) =>
    dependencies.map((dependency) => ({
      from: source,
      to: dependency.resolved,
      specifier: dependency.module,
      typeOnly: dependency.dependencyTypes.includes("type-only"),
      cycle: (dependency.cycle ?? []).map(({ name }) => name),
    })),
  );
  return {
    moduleCount: own.length,
    imports: imports.toSorted((left, right) => (left.from < right.from ? -1 : 1)),
  };
}
