/** Lets so many works go on at once; the others wait in line. */
export interface Slots {
  readonly run: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

export function createSlots(count: number): Slots {
  let free = count;
  const line: (() => void)[] = [];
  const take = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => line.push(resolve));
  };
  const giveBack = (): void => {
    const next = line.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return {
    run: async (work) => {
      await take();
      try {
        return await work();
      } finally {
        giveBack();
      }
    },
  };
}
