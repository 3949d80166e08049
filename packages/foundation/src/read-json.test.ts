import { describe, expect, it } from "vitest";

import type { Json } from "./json.ts";
import { readJson, type JsonReader } from "./read-json.ts";

const stored = {
  id: "o-1",
  count: 3,
  test: true,
  state: "open",
  notes: ["first", "second"],
  labels: { title: "Position", "": "empty" },
} as const;

const read = readJson(stored, "order");

describe("reading JSON", () => {
  it("gives values as what they are asked for", () => {
    expect(read.at("id").text()).toBe("o-1");
    expect(read.at("count").number()).toBe(3);
    expect(read.at("test").flag()).toBe(true);
    expect(read.at("state").oneOf(["open", "closed"])).toBe("open");
    expect(read.at("notes").list((note) => note.text())).toEqual(["first", "second"]);
    expect(read.at("labels").record((label) => label.text())).toEqual(stored.labels);
    expect(read.object()).toBe(stored);
    expect(read.at("id").optional((id) => id.text())).toBe("o-1");
    expect(read.at("until").optional((until) => until.text())).toBeUndefined();
  });

  it.each<[string, (reader: JsonReader) => unknown, string]>([
    ["text", (order) => order.at("count").text(), "Expected text at order.count, found a number"],
    ["a number", (order) => order.at("id").number(), "Expected a number at order.id, found text"],
    [
      "a flag",
      (order) => order.at("notes").flag(),
      "Expected true or false at order.notes, found a list",
    ],
    [
      "one of several",
      (order) => order.at("state").oneOf(["won", "lost"]),
      "Expected one of won, lost at order.state, found another text",
    ],
    [
      "an object",
      (order) => order.at("test").object(),
      "Expected an object at order.test, found true or false",
    ],
    [
      "a list",
      (order) => order.at("labels").list(String),
      "Expected a list at order.labels, found an object",
    ],
    [
      "what a list holds",
      (order) => order.at("notes").list((note) => note.number()),
      "Expected a number at order.notes[0], found text",
    ],
    [
      "what a record holds",
      (order) => order.at("labels").record((label) => label.flag()),
      "Expected true or false at order.labels.title, found text",
    ],
    [
      "something",
      (order) => order.at("until").text(),
      "Expected text at order.until, found nothing",
    ],
    [
      "a member of something",
      (order) => order.at("id").at("length"),
      "Expected an object at order.id, found text",
    ],
  ])("fails where %s is expected, and names the place", (_, ask, message) => {
    expect(() => ask(read)).toThrow(message);
  });

  it.each<[Json, string]>([
    [null, "null"],
    [[], "a list"],
    ["secret", "text"],
  ])("never shows what it found: %j", (value, name) => {
    expect(() => readJson(value, "here").object()).toThrow(
      `Expected an object at here, found ${name}`,
    );
  });

  it("takes what an object inherits for no member of it", () => {
    expect(() => read.at("constructor").object()).toThrow("found nothing");
  });
});
