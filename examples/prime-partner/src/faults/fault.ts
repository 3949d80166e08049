import type { Behaviour } from "../behaviour.ts";

/** One single thing that a partner does otherwise. */
export interface Fault {
  /** What it does, as a sentence without its subject. */
  readonly does: string;
  /** Made anew for each partner: some remember what they have seen. */
  readonly behaviour: () => Behaviour;
}

export type Faults = Readonly<Record<string, Fault>>;
