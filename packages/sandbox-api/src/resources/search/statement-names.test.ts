import { expect, test } from "vitest";

import { createStatementNames } from "./statement-names.ts";

test("two services on one set of connections agree on a statement's name, whichever comes first", () => {
  const [one, other] = [createStatementNames(), createStatementNames()];
  const first = [one("select 1"), one("select 2")];
  const second = [other("select 2"), other("select 1")];
  expect(second.toReversed()).toEqual(first);
  expect(new Set(first).size).toBe(2);
});

test("shapes without end get no names without end", () => {
  const nameOf = createStatementNames();
  const names = Array.from({ length: 300 }, (_, index) => nameOf(`select ${index}`));
  expect(names.filter((name) => name !== undefined)).toHaveLength(200);
  expect(nameOf("select 0")).toBe(names[0]);
  expect(nameOf("select 299")).toBeUndefined();
});
