import { spreadOf, type Spread } from "../spread.ts";
import type { Sample } from "./measure-rounds.ts";

/** The rate of one subject as a share of another's, round by round. */
export function ratioOf(samples: readonly Sample[], subject: string, peer: string): Spread {
  const rates = (name: string): ReadonlyMap<number, number> =>
    new Map(samples.flatMap((one) => (one.subject === name ? [[one.round, one.perSecond]] : [])));
  const theirs = rates(peer);
  return spreadOf(
    Array.from(rates(subject), ([round, rate]) => rate / (theirs.get(round) ?? Number.NaN)),
  );
}

/** Processor time of both processes and PostgreSQL for each answer, as a share of the peer's: as a rule quieter than rates. */
export function processorRatioOf(
  samples: readonly Sample[],
  subject: string,
  peer: string,
): Spread {
  const costs = (name: string): ReadonlyMap<number, number> =>
    new Map(
      samples.flatMap((one) =>
        one.subject === name ? [[one.round, one.processUs + one.databaseUs]] : [],
      ),
    );
  const theirs = costs(peer);
  return spreadOf(
    Array.from(costs(subject), ([round, cost]) => cost / (theirs.get(round) ?? Number.NaN)),
  );
}
