// A program for tests: starts PostgreSQL on the folder that the first argument names, says so in a line of JSON, and stops
// when its input ends. What goes wrong is its exit code and what it prints.
import { startEmbeddedPostgres } from "../start-embedded-postgres.ts";
import { StartingProblem } from "../starting-problem.ts";

try {
  const server = await startEmbeddedPostgres({ folder: process.argv[2] ?? "" });
  process.stdout.write(`${JSON.stringify(server)}\n`);
  process.stdin.resume().once("end", () => void server.stop());
} catch (error) {
  if (!(error instanceof StartingProblem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
