import { describe, expect, it } from "vitest";
import type { GroupField } from "../field/field.ts";
import type { StoredValue } from "../field/stored-value.ts";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import { tenantA } from "../tenant/tenant.world.ts";
import { entryToWire, toWire } from "./to-wire.ts";
import { theField, wireContext } from "./wire.world.ts";

const base = "http://127.0.0.1:8701/customers/9001";

function wireOf(noun: ProfileNoun, id: string, stored: StoredValue | undefined): unknown {
  return toWire(theField(noun, id), stored, wireContext());
}

describe("values on the wire", () => {
  it("show a list value with id, formattedvalue and value (PAY)", () => {
    expect(wireOf("people", "folder", "D32006")).toStrictEqual({
      id: "D32006",
      formattedvalue: "Cand:Unreviewed",
      value: "Cand:Unreviewed",
    });
  });

  it("show phones as recorded: entry, list object, number, extension (PAY)", () => {
    const phones = [
      { entry: 5305, phonetype: "D83005", phonenumber: "302-555-0100", phoneextension: "5" },
    ];
    expect(wireOf("people", "phones", phones)).toStrictEqual([
      {
        entry: 5305,
        phonetype: { id: "D83005", formattedvalue: "Pager", value: "Pager" },
        phonenumber: "302-555-0100",
        phoneextension: "5",
      },
    ]);
  });

  it("show addresses with state and country as id, abbrev, value, without formattedvalue (PAY)", () => {
    const addresses = [
      {
        entry: 23,
        addresstype: "D84002",
        addresscity: "Boston",
        addressstate: "D41001024",
        addresscountry: "D41001",
        primary: true,
      },
    ];
    expect(wireOf("people", "addresses", addresses)).toStrictEqual([
      {
        entry: 23,
        addresstype: { id: "D84002", formattedvalue: "Home", value: "Home" },
        addresscity: "Boston",
        addressstate: { id: "D41001024", abbrev: "MA", value: "Massachusetts" },
        addresscountry: { id: "D41001", abbrev: "US", value: "United States" },
        primary: true,
      },
    ]);
  });

  it("show an address of a country alone (PAY)", () => {
    expect(
      wireOf("companies", "addresses", [{ entry: 1001, addresscountry: "D41001" }]),
    ).toStrictEqual([
      { entry: 1001, addresscountry: { id: "D41001", abbrev: "US", value: "United States" } },
    ]);
  });

  it("show one entry as a bare object of its children (CLI)", () => {
    const entry = { entry: 23, addresscity: "Boston", addressstate: "D41001024" };
    // `addresses` is a collection in the field table.
    const field = theField("companies", "addresses") as GroupField;
    expect(entryToWire(field, entry, wireContext())).toStrictEqual({
      addresscity: "Boston",
      addressstate: { id: "D41001024", abbrev: "MA", value: "Massachusetts" },
    });
  });

  it("show links with the address of the linked profile, its id and its text (PAY)", () => {
    expect(wireOf("applicantworkflows", "baseprofile", 1008)).toStrictEqual({
      profile: `${base}/jobs/1008`,
      id: 1008,
      value: "jobs 1008",
    });
    expect(wireOf("jobs", "hiringmanager", 2)).toStrictEqual({
      profile: `${base}/people/2`,
      id: 2,
      value: "people 2",
    });
    expect(wireOf("jobs", "newhirecategory", 3)).toMatchObject({
      profile: `${base}/newhirecategories/3`,
    });
  });

  it("leave the text of a link out when it is not known", () => {
    const context = wireContext({ linkText: () => undefined });
    expect(toWire(theField("jobs", "recruiter"), 2, context)).toStrictEqual({
      profile: `${base}/people/2`,
      id: 2,
    });
  });

  it("show a job's location as an address of a company (PAY)", () => {
    expect(wireOf("jobs", "joblocation", { companyId: 1800, entry: 409 })).toStrictEqual({
      id: 409,
      companyid: 1800,
      address: `${base}/companies/1800/fields/addresses/409`,
      value: "US-MA-Boston",
    });
  });

  it("show a salary with currency, amount, time frame and a text (INF)", () => {
    expect(
      wireOf("people", "salary", { amount: 42_000.5, currency: "USD", timeframe: "Yearly" }),
    ).toStrictEqual({
      amountstring: "42000.50",
      amount: 42_000.5,
      currency: "USD",
      timeframe: "Yearly",
    });
  });

  it("show a money value as amountstring, amount, currency (DOC)", () => {
    expect(wireOf("jobs", "fee", { amount: 10, currency: "USD" })).toStrictEqual({
      amountstring: "10.00",
      amount: 10,
      currency: "USD",
    });
  });

  it("show a document by an address that ends in /binary (CLI)", () => {
    const resume = { fileName: "cv.pdf", contentType: "application/pdf", bytes: 9 };
    expect(wireOf("people", "resume", resume)).toStrictEqual({
      file: `${base}/people/77/fields/resume/binary`,
      name: "cv.pdf",
    });
  });

  it("show numbers as numbers, dates as yyyy-MM-dd, times with a 12-hour clock (PAY, DOC)", () => {
    expect(wireOf("jobs", "numberofpositions", 5)).toBe(5);
    expect(wireOf("jobs", "duedate", "2026-01-31")).toBe("2026-01-31");
    expect(wireOf("jobs", "jobpoststart", "2026-02-03T16:05:00.000Z")).toBe("2026-02-03 04:05 PM");
  });

  it("show several list values as an array (DOC)", () => {
    const [first] = tenantA.settings.lists["lists.job.bgc_package"] ?? [];
    expect(wireOf("jobs", "bgcpackagetype", [first?.id ?? ""])).toStrictEqual([
      { id: first?.id, formattedvalue: first?.value, value: first?.value },
    ]);
  });

  it("leave out what is empty, and never say null (PAY)", () => {
    expect(wireOf("people", "firstname", undefined)).toBeUndefined();
    expect(wireOf("people", "firstname", "")).toBeUndefined();
    expect(wireOf("people", "phones", [])).toBeUndefined();
    expect(wireOf("jobs", "bgcpackagetype", [])).toBeUndefined();
  });

  it("leave out what does not fit the field, rather than fail", () => {
    expect(wireOf("people", "firstname", 5)).toBeUndefined();
    expect(wireOf("people", "firstname", [{ entry: 1 }])).toBeUndefined();
    expect(wireOf("people", "phones", "x")).toBeUndefined();
    expect(wireOf("jobs", "joblocation", 5)).toBeUndefined();
    expect(wireOf("people", "salary", "x")).toBeUndefined();
    expect(wireOf("people", "resume", 1)).toBeUndefined();
  });

  it("keep the id of a node that has left its list", () => {
    expect(wireOf("people", "folder", "C1")).toStrictEqual({
      id: "C1",
      formattedvalue: "C1",
      value: "C1",
    });
  });
});
