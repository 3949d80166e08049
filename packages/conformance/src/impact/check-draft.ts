import type { Framework } from "../framework.ts";
import { packHash, type RequirementPack } from "../requirement-pack.ts";
import { nearestIds } from "../runs/nearest-ids.ts";
import { scenariosJudgedBy } from "../runs/select-part.ts";
import type { DraftFinding } from "./draft-finding.ts";

/** What a draft names that its framework does not have, or says twice. */
export function checkDraft(pack: RequirementPack, framework: Framework): readonly DraftFinding[] {
  return [
    ...checkHead(pack, framework),
    ...checkScenarios(pack, framework),
    ...checkRequirementIds(pack),
    ...pack.requirements.flatMap((_, index) => checkChecks(pack, framework, index)),
  ];
}

function checkHead(pack: RequirementPack, framework: Framework): readonly DraftFinding[] {
  const used = framework.packs.find(({ version }) => version === pack.version);
  const versions = framework.packs.map(({ version }) => version).join(", ");
  return [
    ...(pack.framework === framework.id
      ? []
      : [finding("pack.framework", `Expected ${framework.id}, found "${pack.framework}"`)]),
    ...(used === undefined || packHash(used) === packHash(pack)
      ? []
      : [
          finding(
            "pack.version",
            `Expected a version that no pack of the framework has (${versions}), found "${pack.version}" with another content`,
          ),
        ]),
    ...(pack.requirements.length > 0
      ? []
      : [finding("pack.requirements", "Expected at least one requirement, found none")]),
  ];
}

function checkScenarios(pack: RequirementPack, framework: Framework): readonly DraftFinding[] {
  const known = framework.scenarios.map(({ id }) => id);
  return pack.scenarios.flatMap((id, index) =>
    known.includes(id)
      ? []
      : [finding(`pack.scenarios[${index}]`, unknownId("scenario", id, { framework, known }))],
  );
}

function checkRequirementIds({ requirements }: RequirementPack): readonly DraftFinding[] {
  return requirements.flatMap(({ id }, index) => {
    const first = requirements.findIndex((one) => one.id === id);
    return first === index
      ? []
      : [
          finding(
            `pack.requirements[${index}].id`,
            `Expected an id that no other requirement has, found "${id}" as in pack.requirements[${first}]`,
          ),
        ];
  });
}

function checkChecks(
  pack: RequirementPack,
  framework: Framework,
  index: number,
): readonly DraftFinding[] {
  const checks = pack.requirements[index]?.checks ?? [];
  const where = `pack.requirements[${index}].checks`;
  if (checks.length === 0) return [finding(where, "Expected at least one check, found none")];
  const known = framework.checks.map(({ id }) => id);
  return checks.flatMap((id, place) => {
    const check = framework.checks.find((one) => one.id === id);
    if (check === undefined)
      return [finding(`${where}[${place}]`, unknownId("check", id, { framework, known }))];
    const scenarios = check.scenarios?.join(", ");
    return scenariosJudgedBy(check, pack).length > 0
      ? []
      : [
          finding(
            `${where}[${place}]`,
            `Expected the pack to drive what check ${id} judges (${scenarios ?? "any scenario"}), found none of it in pack.scenarios`,
          ),
        ];
  });
}

function unknownId(
  noun: string,
  id: string,
  { framework, known }: { readonly framework: Framework; readonly known: readonly string[] },
): string {
  const near = nearestIds(id, known);
  const hint = near.length > 0 ? `nearest: ${near.join(", ")}` : `known: ${known.join(", ")}`;
  return `Expected a ${noun} of ${framework.id}, found "${id}" (${hint})`;
}

function finding(where: string, message: string): DraftFinding {
  return { where, message };
}
