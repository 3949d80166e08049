import { parsePackageList, type PackageList } from "@slipway/frameworks";

import { isRefusal } from "./judge-authentication.ts";
import type { PreflightEvidence } from "./judge-preflight.ts";
import { green, notExercised, red } from "./preflight-outcomes.ts";
import type { PreflightOutcome } from "./preflight-report.ts";
import type { Probe } from "./probe.ts";

const shownFindings = 5;

/** Whether the partner offers anything to order. */
export function judgePackageList({
  withCredentials,
  customerId,
}: PreflightEvidence): PreflightOutcome {
  const expected = "status 200 and a package list with at least one active package";
  const toDo = `Answer GET /packages?customerId=${customerId} as the guide says.`;
  const offered = offeredIn(withCredentials);
  switch (offered.kind) {
    case "not-asked":
      return notExercised(offered.why);
    case "wrong":
      return red({ expected, found: offered.found, toDo });
    case "list": {
      const active = offered.list.packages.filter((one) => one.active).length;
      return active > 0
        ? green(`${active} active`)
        : red({ expected, found: `${offered.list.packages.length} packages, none active`, toDo });
    }
  }
}

/** Whether the enablement sheet is that of this tenant, and names packages that there are. */
export function judgeEnablementSheet({
  enablement,
  customerId,
  withCredentials,
}: PreflightEvidence): PreflightOutcome {
  if (enablement.customerId !== customerId) {
    return red({
      expected: `customer ${customerId} on the enablement sheet`,
      found: enablement.customerId,
      toDo: "Correct the customer id: it differs per tenant.",
    });
  }
  const offered = offeredIn(withCredentials);
  if (offered.kind !== "list" || offered.list.packages.every((one) => !one.active))
    return notExercised("There is no package list to hold it against.");
  const known = offered.list.packages.map((one) => one.packageId);
  const unknown = enablement.packageIds.filter((id) => !known.includes(id));
  if (unknown.length === 0)
    return green(
      `customer ${customerId}; ${enablement.packageIds.length} package ids, all offered`,
    );
  return red({
    expected: `package ids that the endpoint offers (${known.join(", ")})`,
    found: unknown.join(", "),
    toDo: "Correct the package ids of this tenant on the sheet.",
  });
}

type Offered =
  | { readonly kind: "list"; readonly list: PackageList }
  | { readonly kind: "wrong"; readonly found: string }
  | { readonly kind: "not-asked"; readonly why: string };

function offeredIn(probe: Probe): Offered {
  if (probe.kind !== "answered") return { kind: "not-asked", why: "The endpoint did not answer." };
  if (isRefusal(probe.status))
    return { kind: "not-asked", why: "The endpoint did not accept the credentials." };
  if (probe.status !== 200) return { kind: "wrong", found: `status ${probe.status}` };
  const parsed = parsePackageList(probe.body);
  if (parsed.kind === "parsed") return { kind: "list", list: parsed.value };
  const texts = parsed.findings.map(({ where, message }) =>
    where === "" ? `the body ${message}` : `${where} ${message}`,
  );
  const rest = texts.length - shownFindings;
  const found = texts.slice(0, shownFindings).join("; ");
  return { kind: "wrong", found: rest > 0 ? `${found}; and ${rest} more` : found };
}
