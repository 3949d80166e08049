import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDateTime, parseDateText, parseDateTimeText } from "./date-text.ts";

const anyMinute = fc
  .date({
    min: new Date("0001-01-01T00:00:00Z"),
    max: new Date("9999-12-31T23:59:00Z"),
    noInvalidDate: true,
  })
  .map((date) => `${date.toISOString().slice(0, 16)}:00.000Z`);

describe("date texts", () => {
  it("write a time as the clients of the vendor read it (CLI)", () => {
    expect(formatDateTime("2026-02-03T16:05:00.000Z")).toBe("2026-02-03 04:05 PM");
    expect(formatDateTime("2026-02-03T00:00:59.999Z")).toBe("2026-02-03 12:00 AM");
    expect(formatDateTime("2026-02-03T12:30:00.000Z")).toBe("2026-02-03 12:30 PM");
  });

  it("read back every minute of every year they can write", () => {
    fc.assert(
      fc.property(anyMinute, (iso) => {
        expect(parseDateTimeText(formatDateTime(iso))).toBe(iso);
        expect(parseDateText(iso.slice(0, 10))).toBe(iso.slice(0, 10));
      }),
    );
  });

  it("read an hour without its leading zero (CLI) and lower-case halves", () => {
    expect(parseDateTimeText("2013-03-25 4:00 AM")).toBe("2013-03-25T04:00:00.000Z");
    expect(parseDateTimeText("2013-03-25 04:00 pm")).toBe("2013-03-25T16:00:00.000Z");
  });

  it.each([
    "2026-02-30 04:05 PM",
    "2026-02-03 13:05 PM",
    "2026-02-03 00:05 AM",
    "2026-02-03 04:60 PM",
    "2026-02-03T16:05:00Z",
    "2026-02-03 16:05",
    "",
    "0000-01-01 01:00 AM",
  ])("read no time from %j", (text) => {
    expect(parseDateTimeText(text)).toBeUndefined();
  });

  it.each([
    "2026-02-29",
    "2026-13-01",
    "26-01-01",
    "2026-1-1",
    "2026-01-01 ",
    "0000-05-05",
    "+02026-01-01",
  ])("read no day from %j", (text) => {
    expect(parseDateText(text)).toBeUndefined();
  });

  it("take any text without an exception", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(typeof (parseDateTimeText(text) ?? parseDateText(text) ?? "")).toBe("string");
      }),
    );
  });
});
