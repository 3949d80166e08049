import { machineWith, type Machine } from "../machine.ts";
import type { AnswerStore } from "./answer-store.ts";
import { onceEach } from "./once-each.ts";
import type { StoredAnswer } from "./stored-answer.ts";

export interface MemoryAnswerStoreOptions {
  /** Left out: one day. */
  readonly keepMs?: number;
  /** The oldest are forgotten beyond it. Left out: 10,000. */
  readonly mostAnswers?: number;
  readonly machine?: Pick<Machine, "now">;
}

interface Kept {
  readonly answer: StoredAnswer;
  readonly until: number;
}

/** Remembers in this process, until it ends: for tests, and where a repetition after a restart does no harm. */
export function createMemoryAnswerStore({
  keepMs = 86_400_000,
  mostAnswers = 10_000,
  machine,
}: MemoryAnswerStoreOptions = {}): AnswerStore {
  const { now } = machineWith(machine);
  const kept = new Map<string, Kept>();
  const keep = async (key: string, answer: StoredAnswer): Promise<void> => {
    kept.delete(key);
    kept.set(key, { answer, until: now() + keepMs });
    const [oldest] = kept.keys();
    if (kept.size > mostAnswers && oldest !== undefined) kept.delete(oldest);
  };
  const find = (key: string): StoredAnswer | undefined => {
    const found = kept.get(key);
    return found !== undefined && found.until > now() ? found.answer : undefined;
  };
  return { once: onceEach(find, keep) };
}
