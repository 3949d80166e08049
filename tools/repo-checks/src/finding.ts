/** Something in the repository that breaks a rule of the house. */
export interface Finding {
  readonly rule: string;
  /** Relative to the root that was looked at. */
  readonly path: string;
  /** From 1; 1 where the file as a whole is meant. */
  readonly line: number;
  /** What was expected, what was found, what to do. */
  readonly message: string;
  /** A warning is printed and fails nothing. */
  readonly level: "error" | "warning";
}

/** What a guard saw. A guard that looked at nothing proves nothing, therefore it says how many files it looked at. */
export interface Report {
  readonly filesSeen: number;
  readonly findings: readonly Finding[];
}

/** Looks at the tree below `root` and reports. Changes nothing. */
export type Guard = (root: string) => Promise<Report>;

/** A finding as it is printed: place, rule, message. */
export function printFinding({ path, line, rule, message }: Finding): string {
  return `${path}:${line} [${rule}] ${message}`;
}
