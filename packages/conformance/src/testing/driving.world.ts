import { driveRun, type RunProgress } from "../drive/drive-run.ts";
import { loadSteps } from "../drive/step.store.ts";
import type { Performer, Progress } from "../performer.ts";
import type { Run } from "../runs/run.ts";
import { ask, type ToyWorld } from "./toy-framework.world.ts";

/** Walks a run of the toy world once, under the first pack of its framework. */
export async function driveOnce(
  world: ToyWorld,
  run: Run,
  differences: Partial<ToyWorld> = {},
): Promise<RunProgress> {
  const options = { ...world, ...differences };
  const [pack] = options.framework.packs;
  if (pack === undefined) throw new Error("Expected the toy framework to have a pack");
  const steps = await loadSteps(options.database.queries, run.id);
  return driveRun({ ...options, pack, run, steps });
}

/** Performs as the world's performer does, save where it is told otherwise. */
export function performing(
  world: ToyWorld,
  differences: Partial<Performer>,
): Pick<ToyWorld, "performers"> {
  return { performers: new Map([[ask.kind, { ...world.performer, ...differences }]]) };
}

/** A step that waits, for an hour unless told otherwise. */
export function waiting(
  who: "platform" | "partner",
  until = new Date(Date.now() + 3_600_000),
): Progress {
  return { kind: "waiting", for: who, toDo: "answer", until };
}
