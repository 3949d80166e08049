/** A duration as people read it: `850 ms`, `12.3 s`, `10 min`. */
export function durationText(durationMs: number): string {
  if (Math.abs(durationMs) < 1_000) return `${Math.round(durationMs)} ms`;
  if (Math.abs(durationMs) < 120_000) return `${Math.round(durationMs / 100) / 10} s`;
  return `${Math.round(durationMs / 6_000) / 10} min`;
}
