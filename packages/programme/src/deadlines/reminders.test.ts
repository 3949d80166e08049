import { expect, test } from "vitest";

import { daysAfter, sameDateNextYear } from "./deadline-kinds.ts";
import { nextReminderAt, remindersOf } from "./reminders.ts";

const at = (text: string): Date => new Date(`${text}T09:30:00.000Z`);

test.each([
  ["2027-03-14", "2028-03-14"],
  ["2028-02-28", "2029-02-28"],
  ["2028-02-29", "2029-02-28"],
  ["2027-02-28", "2028-02-28"],
  ["2027-12-31", "2028-12-31"],
])("one year after %s is %s, at the same time of day", (from, to) => {
  expect(sameDateNextYear(at(from))).toEqual(at(to));
});

test("ninety days are ninety times 24 hours, also over a change of daylight saving time", () => {
  expect(daysAfter(at("2027-01-10"), 90)).toEqual(at("2027-04-10"));
});

test("reminds 60, 30, 14, 7 and 1 days before, and at the end", () => {
  const reminders = remindersOf(at("2027-04-10"), at("2027-01-10"));
  expect(reminders.map(({ name, at: moment }) => `${name} ${moment.toISOString()}`)).toEqual([
    "60-days 2027-02-09T09:30:00.000Z",
    "30-days 2027-03-11T09:30:00.000Z",
    "14-days 2027-03-27T09:30:00.000Z",
    "7-days 2027-04-03T09:30:00.000Z",
    "1-days 2027-04-09T09:30:00.000Z",
    "expiry 2027-04-10T09:30:00.000Z",
  ]);
});

test("reminds of nothing whose moment had passed when the date was set", () => {
  const names = remindersOf(at("2027-04-10"), at("2027-03-27")).map(({ name }) => name);
  expect(names).toEqual(["7-days", "1-days", "expiry"]);
});

test("looks next when the next reminder is due, and never after the last", () => {
  const due = at("2027-04-10");
  expect(nextReminderAt(due, at("2027-01-10"), at("2027-03-11"))).toEqual(at("2027-03-27"));
  expect(nextReminderAt(due, at("2027-01-10"), due)).toBeNull();
});
