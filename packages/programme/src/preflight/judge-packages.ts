import { unreachable } from "@slipway/foundation";
import type { AssessmentPackage, ContractFinding } from "@slipway/frameworks";

import { readPackages } from "../lists/read-packages.ts";
import type { PreflightEvidence } from "./preflight-evidence.ts";
import { amber, green, notApplicable, notExercised, red } from "./preflight-outcomes.ts";
import type { PreflightOutcome } from "./preflight-report.ts";
import { isRefusal, type Probe } from "./probe.ts";

const shownFindings = 5;

/** Whether the partner offers anything to order. */
export function judgePackageList({
  withCredentials,
  customerId,
  offers,
}: PreflightEvidence): PreflightOutcome {
  if (offers === "enablement-sheet")
    return notApplicable(
      "The framework has no package list: the enablement sheet names what there is.",
    );
  const expected = "status 200 and a package list with at least one active package";
  const toDo = `Answer GET /packages?customerId=${customerId} as the guide says.`;
  const offered = offeredIn(withCredentials);
  switch (offered.kind) {
    case "not-asked":
      return notExercised(offered.why);
    case "wrong":
      return red({ expected, found: offered.found, toDo });
    case "packages": {
      const active = offered.packages.filter((one) => one.active).length;
      return active > 0
        ? green(`${active} active`)
        : red({ expected, found: `${offered.packages.length} packages, none active`, toDo });
    }
    default:
      return unreachable(offered);
  }
}

/** Whether the enablement sheet is that of this tenant, names packages that there are, and agrees with the declaration. */
export function judgeEnablementSheet(evidence: PreflightEvidence): PreflightOutcome {
  const { enablement, customerId, withCredentials } = evidence;
  if (enablement.customerId !== customerId) {
    return red({
      expected: `customer ${customerId} on the enablement sheet`,
      found: enablement.customerId,
      toDo: "Correct the customer id: it differs per tenant.",
    });
  }
  if (enablement.authenticationMethod !== evidence.method) {
    return red({
      expected: `authentication method ${evidence.method}, with which the endpoint is called`,
      found: enablement.authenticationMethod,
      toDo: "Correct the authentication method on the sheet, or that of the connection.",
    });
  }
  if (evidence.offers === "enablement-sheet") return judgeNames(evidence);
  const packages = packagesIn(withCredentials) ?? [];
  if (packages.every((one) => !one.active))
    return notExercised("There is no package list to hold it against.");
  const known = packages.map((one) => one.packageId);
  const unknown = enablement.packageIds.filter((id) => !known.includes(id));
  if (unknown.length > 0)
    return red({
      expected: `package ids that the endpoint offers (${known.join(", ")})`,
      found: unknown.join(", "),
      toDo: "Correct the package ids of this tenant on the sheet.",
    });
  return (
    judgeFeatures(evidence) ??
    green(`customer ${customerId}; ${enablement.packageIds.length} package ids, all offered`)
  );
}

/** Without a list of the partner's the sheet alone says what customers can choose. */
function judgeNames({ enablement, customerId }: PreflightEvidence): PreflightOutcome {
  const { packageIds } = enablement;
  return packageIds.length > 0
    ? green(`customer ${customerId}; ${packageIds.length} assessments`)
    : red({
        expected: "the name of at least one assessment in packageIds of the enablement sheet",
        found: "none",
        toDo: "Enter the names of the assessments that this customer can choose, as your integration knows them.",
      });
}

/** A run goes by the declaration, so a sheet that says otherwise misleads only who switches the customer on. */
function judgeFeatures({
  enablement,
  declaration: { supportsCancel },
}: PreflightEvidence): PreflightOutcome | undefined {
  const features = enablement.optionalFeatures;
  if (features.includes("cancel") === supportsCancel) return undefined;
  const listed = features.length === 0 ? "no optional feature" : features.join(", ");
  return amber({
    expected: supportsCancel
      ? 'the optional feature "cancel", since the declaration says supportsCancel: true'
      : 'no optional feature "cancel", since the declaration says supportsCancel: false',
    found: `${listed} on the enablement sheet`,
    toDo: supportsCancel
      ? 'Add "cancel" to optionalFeatures, or declare supportsCancel: false.'
      : 'Declare supportsCancel: true if the endpoint cancels orders; else take "cancel" off the sheet.',
  });
}

/** The packages of a list that can be read. */
export function packagesIn(probe: Probe): readonly AssessmentPackage[] | undefined {
  const offered = offeredIn(probe);
  return offered.kind === "packages" ? offered.packages : undefined;
}

type Offered =
  | { readonly kind: "packages"; readonly packages: readonly AssessmentPackage[] }
  | { readonly kind: "wrong"; readonly found: string }
  | { readonly kind: "not-asked"; readonly why: string };

function offeredIn(probe: Probe): Offered {
  if (probe.kind !== "answered") return { kind: "not-asked", why: "The endpoint did not answer." };
  if (isRefusal(probe.status))
    return { kind: "not-asked", why: "The endpoint did not accept the credentials." };
  if (probe.status !== 200) return { kind: "wrong", found: `status ${probe.status}` };
  const read = readPackages(probe.body);
  return read.kind === "packages" ? read : { kind: "wrong", found: inWords(read.findings) };
}

function inWords(findings: readonly ContractFinding[]): string {
  const shown = findings
    .slice(0, shownFindings)
    .map(({ where, message }) => (where === "" ? `the body ${message}` : `${where} ${message}`));
  return [...shown, ...(findings.length > shown.length ? ["and more"] : [])].join("; ");
}
