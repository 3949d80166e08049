import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** Compiles the sources of all published packages at once, each to its own path below `output`. */
export async function compile(root: string, output: string): Promise<void> {
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const project = join(root, "tools/build-packages/tsconfig.json");
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
