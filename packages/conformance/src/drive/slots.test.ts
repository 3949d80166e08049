import { setTimeout as sleep } from "node:timers/promises";

import { expect, it } from "vitest";

import { createSlots } from "./slots.ts";

it("lets as many works go on at once as there are slots, and every one in the end", async () => {
  const slots = createSlots(3);
  let underWay = 0;
  let most = 0;
  const done = await Promise.allSettled(
    Array.from({ length: 20 }, async (_, index) =>
      slots.run(async () => {
        underWay += 1;
        most = Math.max(most, underWay);
        await sleep(index % 4);
        underWay -= 1;
        // A work that fails gives its slot back as well.
        if (index % 5 === 0) throw new Error("no");
        return index;
      }),
    ),
  );
  expect([most, underWay]).toEqual([3, 0]);
  expect(done.filter(({ status }) => status === "rejected")).toHaveLength(4);
});
