export { parseModule, lineFinder, type ParsedModule } from "./parsed-module.ts";
export { declaredCodes, problemUses, type DeclaredCode, type ProblemUse } from "./problem-codes.ts";
export { recordedProofs, type RecordedProof } from "./proofs.ts";
export { renderPages } from "./render-pages.ts";
export { repositoryFiles } from "./repository-files.ts";
export { requirementCitations, type Citation } from "./requirement-citations.ts";
export { requirements, type Requirement } from "./requirements.ts";
