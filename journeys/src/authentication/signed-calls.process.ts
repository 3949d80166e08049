import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("signed-calls.py", import.meta.url));

export interface SignedCalls {
  /** Such as `http://127.0.0.1:8701`. */
  readonly address: string;
  readonly user: string;
  readonly key: string;
  readonly calls: readonly SignedCall[];
}

export interface SignedCall {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly body?: string;
  /** Signs the four headers of real traffic instead of host and date. */
  readonly long?: boolean;
  /** Signed in place of the body that is sent. */
  readonly signBody?: string;
}

export interface SignedAnswer {
  readonly status: number;
  readonly body: string;
  readonly location: string | null;
}

/** Has a program that shares no code with ours sign and send requests, one after the other. */
export function sendSigned(calls: SignedCalls): readonly SignedAnswer[] {
  const { stdout, stderr, status } = spawnSync("python3", ["-B", program], {
    input: JSON.stringify(calls),
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`Expected python3 to run ${program}, found: ${stderr}`);
  // What the program prints, as it says at its head.
  return JSON.parse(stdout) as readonly SignedAnswer[];
}
