import { expect, it } from "vitest";

import { endAll } from "./end-all.ts";

it("ends everything, the last first, once, and tells of what does not end", async () => {
  const ended: string[] = [];
  const told: unknown[] = [];
  const bug = new Error("will not end");
  const started = [
    async () => void ended.push("first"),
    async () => {
      throw bug;
    },
    async () => void ended.push("third"),
  ];
  const tell = (error: unknown): void => void told.push(error);
  await Promise.all([endAll(started, tell), endAll(started, tell)]);
  expect(ended).toEqual(["third", "first"]);
  expect(told).toEqual([bug]);
});
