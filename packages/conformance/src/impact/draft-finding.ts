/** Something wrong in a draft pack. */
export interface DraftFinding {
  /** As `pack.requirements[2].checks`. */
  readonly where: string;
  /** What was expected and what was found. */
  readonly message: string;
}
