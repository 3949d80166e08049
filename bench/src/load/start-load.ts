import { startProgram, type Program } from "../processes/start-program.ts";

/** Takes a `LoadPlan`, answers a `LoadResult`. */
export type LoadGenerator = Program<unknown>;

export async function startLoad(): Promise<LoadGenerator> {
  return startProgram("the load generator", new URL("load.ts", import.meta.url));
}
