/** What a figure must reach, or the release fails, and what it should reach. */
export interface Goal {
  readonly id: string;
  readonly title: string;
  readonly unit: "ratio" | "ms" | "MB";
  readonly better: "higher" | "lower";
  readonly must: number;
  readonly aim: number;
}

/** Ratios are ours ÷ the peer's, of the same round. */
export const goals = {
  readAgainstBare: {
    id: "P1",
    title: "Audited GET by id ÷ Fastify + pg without authentication or audit",
    unit: "ratio",
    better: "higher",
    must: 0.4,
    aim: 0.55,
  },
  readAgainstMock: {
    id: "P2",
    title: "Audited GET by id ÷ Prism mock (static answer)",
    unit: "ratio",
    better: "higher",
    must: 0.8,
    aim: 1.2,
  },
  writeAgainstBare: {
    id: "P5",
    title: "POST with validation, unique check and log ÷ Fastify + pg single insert",
    unit: "ratio",
    better: "higher",
    must: 0.5,
    aim: 0.7,
  },
  deliveryMedian: {
    id: "P9 p50",
    title: "Event commit → partner's 2xx at 20 a second, median",
    unit: "ms",
    better: "lower",
    must: 10,
    aim: 5,
  },
  deliveryTail: {
    id: "P9 p99",
    title: "Event commit → partner's 2xx at 20 a second, 99th percentile",
    unit: "ms",
    better: "lower",
    must: 50,
    aim: 20,
  },
  memory: {
    id: "P18",
    title: "Platform process after the load (PSS), 100,000 profiles",
    unit: "MB",
    better: "lower",
    must: 180,
    aim: 120,
  },
} as const satisfies Readonly<Record<string, Goal>>;

/** The goals of `npm run bench -- --search`. */
export const searchGoals = {
  twoFilters: {
    id: "P7",
    title: "Two-filter search among 100,000 people of one tenant ÷ json-server",
    unit: "ratio",
    better: "higher",
    must: 50,
    aim: 80,
  },
  customField: {
    id: "P8",
    title: "Custom-field equality ÷ fixed-field equality, 1,000,000 people, 10 tenants",
    unit: "ratio",
    better: "higher",
    must: 0.2,
    aim: 0.5,
  },
  readAtScale: {
    id: "GET at scale",
    title: "Median of a GET by id with 1,000,000 people ÷ with 1,000, 10 tenants",
    unit: "ratio",
    better: "lower",
    must: 2,
    aim: 1.5,
  },
} as const satisfies Readonly<Record<string, Goal>>;

export type Mark = "aim reached" | "must reached" | "must missed";

export function markOf({ better, must, aim }: Goal, value: number): Mark {
  const reaches = (bound: number): boolean =>
    better === "higher" ? value >= bound : value <= bound;
  if (reaches(aim)) return "aim reached";
  return reaches(must) ? "must reached" : "must missed";
}
