import type { Finding } from "./finding.ts";

/** Paths that a rule does not hold for, each with its reason. Growing one needs a decision record. */
export type Exceptions = Readonly<Record<string, string>>;

interface Excused {
  readonly rule: string;
  readonly exceptions: Exceptions;
}

/** Removes excepted findings; reports exceptions that excuse nothing, give no reason or stand out of order. */
export function applyExceptions(
  findings: readonly Finding[],
  { rule, exceptions }: Excused,
): readonly Finding[] {
  const needed = new Set(findings.map(({ path }) => path));
  const paths = Object.keys(exceptions);
  const faults = paths.flatMap((path, index): readonly Finding[] => {
    const objections = [
      needed.has(path) ? [] : ["one that excuses nothing. Remove it from the list"],
      (exceptions[path] ?? "").trim() === "" ? ["one without a reason"] : [],
      path < (paths[index - 1] ?? "") ? ["one out of order. Sort the list"] : [],
    ].flat();
    return objections.map((objection) => ({
      rule,
      path,
      line: 1,
      message: `Expected sorted exceptions that are needed, each with its reason, found ${objection}.`,
      level: "error",
    }));
  });
  return [...findings.filter(({ path }) => !Object.hasOwn(exceptions, path)), ...faults];
}
