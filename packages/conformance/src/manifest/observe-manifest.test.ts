import { expect, it } from "vitest";

import type { FieldAccess } from "@slipway/exchange";

import type { ManifestEntry } from "../check.ts";
import { exchangeOf } from "../testing/exchange.world.ts";
import { observeManifest, type ObservedField } from "./observe-manifest.ts";
import { renderManifestCsv } from "./render-manifest.ts";

const declare = (
  profileType: string,
  field: string,
  access: ManifestEntry["access"] = "read",
): ManifestEntry => ({ profileType, field, access, required: false });

const use = (noun: string, field: string, how: FieldAccess["how"]): FieldAccess => ({
  noun,
  field,
  how,
});

const findings = (fields: readonly ObservedField[]) =>
  fields.map(({ profileType, field, finding }) => `${profileType}.${field} ${finding}`);

const calls = (...access: readonly FieldAccess[]) => [exchangeOf({ direction: "to-ats", access })];

it("holds every use against the manifest, in a stable order", () => {
  const manifest = [
    declare("person", "lastname"),
    declare("person", "email"),
    declare("applicantworkflow", "assessmentresults", "read-write"),
    declare("job", "jobtitle", "read-write"),
  ];
  const observed = observeManifest(
    calls(
      use("people", "email", "requested"),
      use("people", "email", "written"),
      use("people", "gender", "requested"),
      use("people", "folder", "delivered-by-default"),
      use("applicantworkflows", "assessmentresults.assessmentscore", "written"),
      use("applicantworkflows", "field77", "write-refused"),
      use("jobs", "jobtitle", "requested"),
    ),
    manifest,
  );
  expect(findings(observed)).toEqual([
    "applicantworkflow.assessmentresults as-declared",
    "applicantworkflow.assessmentresults.assessmentscore as-declared",
    "applicantworkflow.field77 written-undeclared",
    "job.jobtitle not-written",
    "person.email written-undeclared",
    "person.folder delivered-by-default",
    "person.gender read-undeclared",
    "person.lastname not-used",
  ]);
  expect(observed[4]).toMatchObject({ declared: "read", requested: 1, written: 1 });
});

it("writes a table that a spreadsheet reads and does not run", () => {
  const observed = observeManifest(calls(use("people", '=1+1,"x"', "requested")), []);
  const [header, row, rest] = renderManifestCsv(observed).split("\r\n");
  expect(header).toBe(
    "profileType,field,declared,requested,deliveredByDefault,written,writeRefused,finding,exchanges",
  );
  expect(row).toMatch(/^person,"'=1\+1,""x""",,1,0,0,0,read-undeclared,\S+$/u);
  expect(rest).toBe("");
});
