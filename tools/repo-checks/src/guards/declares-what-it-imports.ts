import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { parseModule } from "@slipway/generate-docs";
import { Visitor, type Program } from "oxc-parser";
import type { Finding, Guard } from "../finding.ts";
import { isTestFile, sourceFiles, workspaceOf } from "../source-files.ts";

const rule = "declares-what-it-imports";

interface Manifest {
  readonly name?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

interface Use {
  readonly name: string;
  readonly path: string;
  readonly line: number;
}

/**
 * What a workspace imports stands in its own manifest (what its tests alone import may stand among the root's
 * devDependencies), and what stands there is used.
 */
export const declaresWhatItImports: Guard = async (root) => {
  const files = sourceFiles(root);
  const rootManifest = readManifest(root, "package.json");
  const workspaces = new Set(files.map(workspaceOf).filter((workspace) => workspace !== undefined));
  const findings = [...workspaces].flatMap((workspace) => {
    const manifest = readManifest(root, `${workspace}/package.json`);
    const uses = files
      .filter((path) => workspaceOf(path) === workspace)
      .flatMap((path) => usesIn(root, path));
    const isTool = workspace.startsWith("tools/");
    return [
      ...uses.flatMap((use) => undeclared(use, { manifest, rootManifest, isTool })),
      ...idle(uses, { manifest, workspace }),
    ];
  });
  return { filesSeen: files.length, findings };
};

interface Declared {
  readonly manifest: Manifest;
  readonly rootManifest: Manifest;
  readonly isTool: boolean;
}

function undeclared(
  { name, path, line }: Use,
  { manifest, rootManifest, isTool }: Declared,
): readonly Finding[] {
  if (name === manifest.name || Object.hasOwn(manifest.dependencies ?? {}, name)) return [];
  const forTests = { ...rootManifest.devDependencies, ...manifest.devDependencies };
  if ((isTestFile(path) || isTool) && Object.hasOwn(forTests, name)) return [];
  const message = `Expected "${name}" among the dependencies of its package.json, found no such entry. Declare it with its exact version.`;
  return [{ rule, path, line, message, level: "error" }];
}

function idle(
  uses: readonly Use[],
  { manifest, workspace }: { readonly manifest: Manifest; readonly workspace: string },
): readonly Finding[] {
  const used = new Set(uses.map(({ name }) => name));
  return Object.keys(manifest.dependencies ?? {})
    .filter((name) => !used.has(name))
    .map((name) => ({
      rule,
      path: `${workspace}/package.json`,
      line: 1,
      message: `Expected every dependency to be imported, found none of "${name}". Remove it.`,
      level: "error",
    }));
}

function usesIn(root: string, path: string): readonly Use[] {
  const { text, module, program, lineAt } = parseModule(root, path);
  const requests = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap((entry) => entry.moduleRequest ?? []),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) => moduleRequest),
    ...resolved(text, program),
  ];
  return requests.flatMap(({ start, end }) => {
    const [, specifier] = /^["']([^"']+)["']$/u.exec(text.slice(start, end)) ?? [];
    const name = specifier === undefined ? undefined : packageName(specifier);
    return name === undefined ? [] : [{ name, path, line: lineAt(start) }];
  });
}

// A package that is resolved in order to be started as a process is used as well.
function resolved(text: string, program: Program): readonly Span[] {
  const spans: Span[] = [];
  new Visitor({
    CallExpression: ({ callee, arguments: [first] }) => {
      const name = text.slice(callee.start, callee.end);
      const isResolve = name === "import.meta.resolve" || name === "require.resolve";
      if (isResolve && first !== undefined) spans.push(first);
    },
  }).visit(program);
  return spans;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function packageName(specifier: string): string | undefined {
  if (
    !/^@?[a-z]/u.test(specifier) ||
    specifier.startsWith("node:") ||
    builtinModules.includes(specifier)
  ) {
    return undefined;
  }
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function readManifest(root: string, path: string): Manifest {
  try {
    // A manifest is npm's format; only the two members typed above are read, both optional.
    return JSON.parse(readFileSync(join(root, path), "utf8")) as Manifest;
  } catch (error) {
    throw new Error(`Expected a package manifest at ${path}`, { cause: error });
  }
}
