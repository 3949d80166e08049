/** The nodes of an assessment result's status: system nodes, the same in every tenant (CLI). */
export const assessmentStatusNodes = {
  complete: "D37002019001",
  incomplete: "D37002019002",
  inProgress: "D37002019003",
  sent: "D37002019004",
} as const;

/** A state of an assessment, by our name. */
export type AssessmentStatus = keyof typeof assessmentStatusNodes;
