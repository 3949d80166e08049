/** How many calls a worker has in hand in each lane. */
export interface LanePlaces {
  /** Calls in hand by lane; lanes without one are not in it. */
  readonly inHand: ReadonlyMap<string, number>;
  readonly occupy: (lane: string) => void;
  /** True when the lane was full until now: something may be waiting for this place. */
  readonly leave: (lane: string) => boolean;
}

export function lanePlaces(limit: number): LanePlaces {
  const inHand = new Map<string, number>();
  return {
    inHand,
    occupy: (lane) => {
      inHand.set(lane, (inHand.get(lane) ?? 0) + 1);
    },
    leave: (lane) => {
      const held = inHand.get(lane) ?? 0;
      if (held > 1) inHand.set(lane, held - 1);
      else inHand.delete(lane);
      return held >= limit;
    },
  };
}
