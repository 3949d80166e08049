import {
  parsePackageList,
  type AssessmentPackage,
  type ContractFinding,
} from "@slipway/frameworks";

/** The packages of a partner's list, or what is wrong with it. */
export type ReadPackages =
  | { readonly kind: "packages"; readonly packages: readonly AssessmentPackage[] }
  | { readonly kind: "findings"; readonly findings: readonly ContractFinding[] };

/** Reads the body of a package list as the contract has it, in texts that can be kept. Never throws. */
export function readPackages(body: string): ReadPackages {
  const parsed = parsePackageList(body);
  if (parsed.kind === "findings") return parsed;
  const { packages } = parsed.value;
  const findings = packages.flatMap((one, index) =>
    (["packageId", "name", "description"] as const)
      .filter((member) => !isKeepable(one[member] ?? ""))
      .map((member) => ({
        where: `packages.${index}.${member}`,
        message: "holds NUL or half a surrogate pair",
      })),
  );
  return findings.length === 0 ? { kind: "packages", packages } : { kind: "findings", findings };
}

// The database takes neither.
function isKeepable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}
