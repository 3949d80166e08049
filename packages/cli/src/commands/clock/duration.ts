import { InvalidArgumentError } from "commander";

const unitMs: Readonly<Record<string, number>> = {
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1000,
};

/** A duration such as `400d` or `1d12h30m`, in milliseconds. */
export function duration(text: string): number {
  const parts = [...text.matchAll(/(\d{1,9})([dhms])/g)];
  const isWhole = parts.length > 0 && parts.map(([part]) => part).join("") === text;
  const ms = parts.reduce(
    (sum, [, count, unit]) => sum + Number(count) * (unitMs[unit ?? ""] ?? 0),
    0,
  );
  if (isWhole && ms > 0) return ms;
  throw new InvalidArgumentError(
    `Expected a duration such as 400d, 36h or 1d12h30m, found "${text}".`,
  );
}
