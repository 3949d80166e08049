import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export interface Compilation {
  readonly root: string;
  readonly output: string;
  /** Of `tools/build-packages`: `tsconfig.json` for ES modules of all packages, `tsconfig.commonjs.json` for those that are CommonJS too. */
  readonly project: "tsconfig.json" | "tsconfig.commonjs.json";
}

/** Compiles the sources of published packages at once, each to its own path below `output`. */
export async function compile({ root, output, project: name }: Compilation): Promise<void> {
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const project = join(root, "tools/build-packages", name);
  const child = spawn(process.execPath, [compiler, "-p", project, "--outDir", output], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => said.push(chunk));
  const [exitCode] = (await once(child, "close")) as [number | null];
  if (exitCode === 0) return;
  throw new Error(
    `Expected the sources to compile, found:\n${Buffer.concat(said).toString("utf8").trim()}`,
  );
}
