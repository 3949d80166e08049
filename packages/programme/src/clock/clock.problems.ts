import { Problem } from "@slipway/foundation";

/** The move would take the clock to a time that nothing here is made for. */
export class ClockOutOfRangeProblem extends Problem {
  constructor(wantedMs: number, { from, before }: { readonly from: Date; readonly before: Date }) {
    const wanted = new Date(wantedMs);
    const found = Number.isNaN(wanted.getTime()) ? "a time beyond all dates" : wanted.toISOString();
    super({
      code: "CLOCK-OUT-OF-RANGE",
      status: 422,
      message: `Expected to move the clock to a time from ${from.toISOString()} and before ${before.toISOString()}, found ${found}. Move it less far.`,
    });
  }
}

/** The clock is moved, and a process that serves has not said that it follows. */
export class ClockNotSeenProblem extends Problem {
  constructor(processCount: number, waitedMs: number) {
    super({
      code: "CLOCK-NOT-SEEN",
      status: 503,
      message: `Expected every process to follow the moved clock within ${waitedMs / 1000} seconds, found ${processCount} that had not said so. The clock is moved; see that these processes reach the database, and look again with "slipway clock show".`,
    });
  }
}
