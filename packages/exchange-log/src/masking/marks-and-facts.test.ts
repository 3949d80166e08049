import { describe, expect, test } from "vitest";

import type { RawExchange } from "@slipway/exchange";

import { json, rawExchange, text } from "../exchange-log.world.ts";
import { factsOf, plainMarks, prepare } from "./masking.world.ts";

describe("marks", () => {
  test("equal values give equal marks within the pair, whatever form they came in", () => {
    const password = "p&ss wörd/1";
    const { row, bodyRow } = prepare(
      rawExchange({
        knownSecrets: [password],
        request: {
          query: `password=${encodeURIComponent(password)}`,
          body: text(`{"m":${JSON.stringify(password)},"n":"${encodeURIComponent(password)}"}`),
        },
      }),
    );
    const all = [row.detail.query, bodyRow?.request ?? ""].join(" ").match(/⟦[^⟧]*⟧/g) ?? [];
    expect(all).toHaveLength(3);
    expect(new Set(all).size).toBe(1);
    expect(all[0]).toMatch(/:11⟧$/);
  });

  test("another pair's key gives other marks", () => {
    const stored = (key: number) =>
      prepare(
        rawExchange({
          maskKey: Buffer.alloc(32, key),
          answer: {
            kind: "answered",
            status: 200,
            headers: [],
            body: json({ usssn: "123456789" }),
          },
        }),
      ).bodyRow?.answer;
    expect(stored(1)).not.toBe(stored(2));
  });

  test("what stood in a secret's place is masked wherever the exchange repeats it", () => {
    const raw = rawExchange({
      request: {
        method: "PATCH",
        body: json({ usssn: "987654321" }),
        query: "pin_token=tok-12345",
      },
      answer: {
        kind: "answered",
        status: 400,
        headers: [["X-Error", "usssn 987-65-4321 and tok-12345 refused"]],
        body: json({ errors: [{ errorMessage: "987654321 is taken" }] }),
      },
    });
    const { row, bodyRow } = prepare(raw);
    expect(plainMarks(JSON.stringify(row.detail.answer))).toContain(
      "usssn ⟦government-id⟧ and ⟦token⟧ refused",
    );
    expect(plainMarks(bodyRow?.answer)).toBe(
      '{"errors":[{"errorMessage":"⟦government-id⟧ is taken"}]}',
    );
  });
});

describe("facts", () => {
  const answering = (body: unknown, parts: Partial<RawExchange> = {}) =>
    rawExchange({
      ...parts,
      direction: "to-partner",
      answer: { kind: "answered", status: 400, headers: [], body: json(body) },
    });

  test("an own credential in a message is a fact, in its own header it is none", () => {
    const raw = {
      ...answering({ error: { userMessage: "User slipway:hunter2-x is unknown" } }),
      request: {
        ...rawExchange().request,
        headers: [
          ["Authorization", `Basic ${Buffer.from("slipway:hunter2-x").toString("base64")}`],
        ] as const,
      },
    };
    expect(factsOf(raw)).toEqual([
      { kind: "own-credential", where: "answer.body.error.userMessage" },
    ]);
  });

  test("a key in the header made for it is no fact, in the answer it is one", () => {
    const request = { headers: [["X-Api-Key", "kanary-key-1"]] as const, query: "note=%41" };
    expect(factsOf(rawExchange({ request }))).toEqual([]);
    const told = {
      ...answering({ note: "kanary-key-1 is old" }),
      request: rawExchange({ request }).request,
    };
    expect(factsOf(told)).toEqual([{ kind: "own-credential", where: "answer.body.note" }]);
  });

  test.each([
    ["No such order 0198a000-0000-7000-8000-000000000001", "uuid"],
    ["Document 507f1f77bcf86cd799439011 not found", "object-id"],
    ["Candidate id=48213 has an open order", "database-key"],
    ["duplicate key: Key (email)=(x) already exists", "database-key"],
  ])("%s shows an internal id", (userMessage, shape) => {
    expect(factsOf(answering({ error: { userMessage } }))).toEqual([
      { kind: "internal-id", where: "answer.body.error.userMessage", shape },
    ]);
  });

  test("a plain message shows none", () => {
    expect(
      factsOf(
        answering({ error: { userMessage: "{{person.email}} is missing for Ana Mora (2 of 3)" } }),
      ),
    ).toEqual([]);
  });

  test("a government id in a message is a fact, in its own field it is none", () => {
    expect(
      factsOf(
        answering({ error: { userMessage: "SSN 123-45-6789 is wrong" }, usssn: "123-45-6789" }),
      ),
    ).toEqual([{ kind: "government-id-shape", where: "answer.body.error.userMessage" }]);
  });

  test.each([
    ["Error: x\n    at run (/srv/app/index.js:10:5)"],
    ['Traceback (most recent call last):\n  File "a.py", line 3'],
    ["java.lang.IllegalStateException: x\n\tat com.acme.Main.run(Main.java:42)"],
    ["System.NullReferenceException: x"],
  ])("a stack trace is a fact: %s", (trace) => {
    expect(factsOf(answering({ error: { debugErrorMessage: trace } }))).toEqual([
      { kind: "stack-trace", where: "answer.body.error.debugErrorMessage" },
    ]);
    const plain = rawExchange({
      answer: { kind: "answered", status: 500, headers: [], body: text(trace) },
    });
    expect(factsOf(plain)).toEqual([{ kind: "stack-trace", where: "answer.body" }]);
  });

  test("where a fact was found names no secret", () => {
    const raw = answering(
      { error: { "key hunter2-x": ["see hunter2-x"] } },
      { knownSecrets: ["hunter2-x"] },
    );
    const facts = factsOf(raw);
    expect(facts).toHaveLength(2);
    expect(plainMarks(JSON.stringify(facts))).not.toContain("hunter2-x");
    expect(plainMarks(facts[1]?.where)).toBe("answer.body.error.key ⟦credential⟧[0]");
  });

  test("a redirect that was not followed is a fact", () => {
    expect(factsOf(rawExchange({ redirect: { forbidden: true } }))).toEqual([
      { kind: "redirect-not-followed", where: "answer.headers.location", forbidden: true },
    ]);
  });
});
