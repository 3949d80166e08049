import { spreadOf, type Spread } from "../spread.ts";
import type { Sample } from "./measure-rounds.ts";

/** The rate of one subject as a share of another's, round by round. */
export function ratioOf(samples: readonly Sample[], subject: string, peer: string): Spread {
  return shareOf(samples, { subject, peer, of: ({ perSecond }) => perSecond });
}

/** The same of the medians of their times to answer. */
export function medianTimeRatioOf(
  samples: readonly Sample[],
  subject: string,
  peer: string,
): Spread {
  return shareOf(samples, { subject, peer, of: ({ p50Ms }) => p50Ms });
}

/** Processor time of both processes and PostgreSQL for each answer, as a share of the peer's: as a rule quieter than rates. */
export function processorRatioOf(
  samples: readonly Sample[],
  subject: string,
  peer: string,
): Spread {
  return shareOf(samples, {
    subject,
    peer,
    of: ({ processUs, databaseUs }) => processUs + databaseUs,
  });
}

interface Share {
  readonly subject: string;
  readonly peer: string;
  readonly of: (sample: Sample) => number;
}

function shareOf(samples: readonly Sample[], { subject, peer, of }: Share): Spread {
  const figures = (name: string): ReadonlyMap<number, number> =>
    new Map(samples.flatMap((one) => (one.subject === name ? [[one.round, of(one)]] : [])));
  const theirs = figures(peer);
  return spreadOf(
    Array.from(figures(subject), ([round, own]) => own / (theirs.get(round) ?? Number.NaN)),
  );
}
