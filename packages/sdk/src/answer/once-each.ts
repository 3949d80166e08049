import { isLasting, type AnswerStore } from "./answer-store.ts";
import type { StoredAnswer } from "./stored-answer.ts";

/** `once` over a place that finds and keeps; those who ask at the same time share one making. */
export function onceEach(
  find: (key: string) => StoredAnswer | undefined,
  keep: (key: string, answer: StoredAnswer) => Promise<void>,
): AnswerStore["once"] {
  const underWay = new Map<string, Promise<StoredAnswer>>();
  return async (key, make) => {
    const found = find(key);
    if (found !== undefined) return { answer: found, isRepeated: true };
    const running = underWay.get(key);
    if (running !== undefined) return { answer: await running, isRepeated: true };
    const making = makeAndKeep(key, make, keep).finally(() => underWay.delete(key));
    underWay.set(key, making);
    return { answer: await making, isRepeated: false };
  };
}

async function makeAndKeep(
  key: string,
  make: () => Promise<StoredAnswer>,
  keep: (key: string, answer: StoredAnswer) => Promise<void>,
): Promise<StoredAnswer> {
  const answer = await make();
  if (isLasting(answer)) await keep(key, answer);
  return answer;
}
