import type { Guard } from "./finding.ts";
import { citesKnownRequirements } from "./guards/cites-known-requirements.ts";
import { completesMessageRules } from "./guards/completes-message-rules.ts";
import { completesShapes } from "./guards/completes-shapes.ts";
import { declaresWhatItImports } from "./guards/declares-what-it-imports.ts";
import { deploysWhatExists } from "./guards/deploys-what-exists.ts";
import { documentsEveryCode } from "./guards/documents-every-code.ts";
import { explainsEveryCast } from "./guards/explains-every-cast.ts";
import { exportsByName } from "./guards/exports-by-name.ts";
import { exportsNothingUnused } from "./guards/exports-nothing-unused.ts";
import { fencesTenantTables } from "./guards/fences-tenant-tables.ts";
import { givesSqlItsTime } from "./guards/gives-sql-its-time.ts";
import { hasNoImportCycle } from "./guards/has-no-import-cycle.ts";
import { importsOnlyLowerRows } from "./guards/imports-only-lower-rows.ts";
import { keepsPagesCurrent } from "./guards/keeps-pages-current.ts";
import { keepsWordsOut } from "./guards/keeps-words-out.ts";
import { namesExistingPaths } from "./guards/names-existing-paths.ts";
import { namesThingsPlainly } from "./guards/names-things-plainly.ts";
import { pinsEveryVersion } from "./guards/pins-every-version.ts";
import { skipsNoTest } from "./guards/skips-no-test.ts";
import { staysWithinSizes } from "./guards/stays-within-sizes.ts";
import { tagsEveryStatement } from "./guards/tags-every-statement.ts";
import { takesTimeAsParameter } from "./guards/takes-time-as-parameter.ts";

/** Every guard of the repository, by the rule it holds. */
export const guards: Readonly<Record<string, Guard>> = {
  "cites-known-requirements": citesKnownRequirements,
  "completes-message-rules": completesMessageRules,
  "completes-shapes": completesShapes,
  "declares-what-it-imports": declaresWhatItImports,
  "deploys-what-exists": deploysWhatExists,
  "documents-every-code": documentsEveryCode,
  "explains-every-cast": explainsEveryCast,
  "exports-by-name": exportsByName,
  "exports-nothing-unused": exportsNothingUnused,
  "fences-tenant-tables": fencesTenantTables,
  "gives-sql-its-time": givesSqlItsTime,
  "has-no-import-cycle": hasNoImportCycle,
  "imports-only-lower-rows": importsOnlyLowerRows,
  "keeps-pages-current": keepsPagesCurrent,
  "keeps-words-out": keepsWordsOut,
  "names-existing-paths": namesExistingPaths,
  "names-things-plainly": namesThingsPlainly,
  "pins-every-version": pinsEveryVersion,
  "skips-no-test": skipsNoTest,
  "stays-within-sizes": staysWithinSizes,
  "tags-every-statement": tagsEveryStatement,
  "takes-time-as-parameter": takesTimeAsParameter,
};
