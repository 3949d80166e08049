/** One thing that was looked at, and how it stands. */
export interface DoctorFinding {
  readonly title: string;
  readonly outcome:
    | { readonly kind: "well"; readonly found: string }
    | {
        readonly kind: "fault" | "unreachable";
        readonly expected: string;
        readonly found: string;
        readonly toDo: string;
      };
}

export function well(title: string, found: string): DoctorFinding {
  return { title, outcome: { kind: "well", found } };
}

export function fault(
  title: string,
  outcome: { readonly expected: string; readonly found: string; readonly toDo: string },
): DoctorFinding {
  return { title, outcome: { kind: "fault", ...outcome } };
}
