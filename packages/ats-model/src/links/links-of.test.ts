import { describe, expect, it } from "vitest";
import { tenantA } from "../tenant/tenant.world.ts";
import { linkHeader } from "./link.ts";
import { linksOf } from "./links-of.ts";
import { entryUrl, profileUrl } from "./profile-url.ts";

const base = "http://127.0.0.1:8701/customers/9001";

describe("links of a profile", () => {
  it("are one, to itself, for a person (PAY)", () => {
    expect(linksOf(tenantA, { noun: "people", id: 77 }, {})).toStrictEqual([
      { rel: "self", title: "The current profile being viewed.", url: `${base}/people/77` },
    ]);
  });

  it("are three for a workflow, all with rel self, in the recorded order (PAY)", () => {
    const doc = { baseprofile: 1008, associatedprofile: 2468 };
    expect(linksOf(tenantA, { noun: "applicantworkflows", id: 13 }, doc)).toStrictEqual([
      {
        rel: "self",
        title: "The current profile being viewed.",
        url: `${base}/applicantworkflows/13`,
      },
      { rel: "self", title: "The base profile of this workflow.", url: `${base}/jobs/1008` },
      {
        rel: "self",
        title: "The associated profile of this workflow.",
        url: `${base}/people/2468`,
      },
    ]);
  });

  it("leave out a profile that a workflow does not have", () => {
    expect(
      linksOf(tenantA, { noun: "applicantworkflows", id: 13 }, { associatedprofile: 2468 }),
    ).toHaveLength(2);
  });

  it("go into a header without angle brackets, separated by commas (PAY)", () => {
    const links = [
      { rel: "job", title: "Job Profile", url: `${base}/jobs/77` },
      { rel: "user", title: "Posting User", url: `${base}/people/9` },
    ];
    expect(linkHeader(links)).toBe(
      `${base}/jobs/77;rel="job";title="Job Profile", ${base}/people/9;rel="user";title="Posting User"`,
    );
  });

  it("build the address of a collection entry (PAY)", () => {
    expect(entryUrl(profileUrl(tenantA, "companies", 1800), "addresses", 409)).toBe(
      `${base}/companies/1800/fields/addresses/409`,
    );
  });
});
