import { notFound, type SandboxProblem } from "../../call/sandbox.problems.ts";

export function entryNotFound(): SandboxProblem {
  return notFound("expected the number of an entry of this collection");
}
