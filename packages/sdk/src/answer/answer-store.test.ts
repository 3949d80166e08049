import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import {
  createMemoryAnswerStore,
  fieldToken,
  jsonAnswer,
  openFileAnswerStore,
  refusalAnswer,
  Refusal,
  type AnswerStore,
} from "../index.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "slipway-answers-"));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

/** Asks the store under one key, each time with another answer; tells which answers came. */
async function numbersOf(store: AnswerStore, count: number, status = 200): Promise<unknown> {
  const told: unknown[] = [];
  for (let made = 1; made <= count; made += 1) {
    const { answer, isRepeated } = await store.once("k", async () => jsonAnswer(status, made));
    told.push([Number(answer.body), isRepeated]);
  }
  return told;
}

describe.each(["memory", "file"] as const)("a store: %s", (kind) => {
  const open = async (): Promise<AnswerStore & { readonly close?: () => Promise<void> }> =>
    kind === "memory"
      ? createMemoryAnswerStore()
      : openFileAnswerStore(join(folder, "answers.jsonl"));

  test("answers the second time as the first, and 5xx anew", async () => {
    const store = await open();
    expect(await numbersOf(store, 2, 503)).toEqual([
      [1, false],
      [2, false],
    ]);
    expect(await numbersOf(store, 3)).toEqual([
      [1, false],
      [1, true],
      [1, true],
    ]);
    await store.close?.();
  });

  test("makes one answer for all who ask at once", async () => {
    const store = await open();
    let made = 0;
    const make = async (): Promise<ReturnType<typeof jsonAnswer>> => jsonAnswer(200, (made += 1));
    const answers = await Promise.all([1, 2, 3].map(async () => store.once("k", make)));
    expect(answers.map(({ isRepeated }) => isRepeated)).toEqual([false, true, true]);
    expect(made).toBe(1);
    await store.close?.();
  });
});

test("a file is read again after a restart, whatever a crash left at its end", async () => {
  const path = join(folder, "answers.jsonl");
  const first = await openFileAnswerStore(path);
  await numbersOf(first, 1);
  await first.close();
  await appendFile(path, '{"key":"cut","answ');
  const second = await openFileAnswerStore(path);
  expect(await numbersOf(second, 1)).toEqual([[1, true]]);
  await second.once("later", async () => jsonAnswer(200, 7));
  await second.close();
  const third = await openFileAnswerStore(path);
  const { isRepeated } = await third.once("later", async () => jsonAnswer(200, 8));
  expect(isRepeated).toBe(true);
  await third.close();
});

test("a file that cannot be opened is told", async () => {
  await expect(openFileAnswerStore(folder)).rejects.toMatchObject({ code: "EISDIR" });
});

test("memory forgets after its time, and the oldest first", async () => {
  let now = 0;
  const store = createMemoryAnswerStore({
    keepMs: 10,
    mostAnswers: 1,
    machine: { now: () => now },
  });
  await numbersOf(store, 1);
  now = 9;
  expect(await numbersOf(store, 1)).toEqual([[1, true]]);
  now = 10;
  expect(await numbersOf(store, 1)).toEqual([[1, false]]);
  await store.once("other", async () => jsonAnswer(200, 5));
  expect(await numbersOf(store, 1)).toEqual([[1, false]]);
});

test("a refusal is the vendor's error standard, and names fields by token", () => {
  const message = `Please fill in ${fieldToken("person", "email")} and ${fieldToken("submittal", "field123")}.`;
  const answer = refusalAnswer(Refusal.userError(message, "Expected an email, found none.").text);
  expect(answer.status).toBe(400);
  expect(JSON.parse(answer.body)).toEqual({
    error: {
      userMessage: "Please fill in {{person.email}} and {{submittal.field123}}.",
      debugErrorMessage: "Expected an email, found none.",
    },
  });
});
