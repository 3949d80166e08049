/** One piece that a submission holds beside its run. Slots stand beside the packs: a released pack is frozen by its hash. */
export interface CollateralSlot {
  readonly id: string;
  readonly title: string;
  /** The duty that asks for it. */
  readonly requirement: `REQ-${string}`;
  /** What the platform keeps already, and a person of the partner answers for. */
  readonly record: "field-manifest" | "enablement-sheet" | "everything";
}

/** What submissions hold from a version of the guide on, until the next revision. */
export interface CollateralRevision {
  /** The first version of the pack that it goes with. */
  readonly since: string;
  readonly slots: readonly CollateralSlot[];
}

/** What every assessment framework asks for in its guides of 2026. */
export const collateralOf2026: readonly CollateralRevision[] = [
  {
    since: "2026.1",
    slots: [
      {
        id: "field-manifest",
        title: "the field manifest",
        requirement: "REQ-22",
        record: "field-manifest",
      },
      {
        id: "enablement-sheet",
        title: "the enablement sheet",
        requirement: "REQ-23",
        record: "enablement-sheet",
      },
      {
        id: "no-hard-coding",
        title: "the statement that nothing is hard-coded",
        requirement: "REQ-24",
        record: "everything",
      },
    ],
  },
];

// 2026.10 comes after 2026.2.
const inOrder = new Intl.Collator("en", { numeric: true });

/** The slots that go with a version of a pack. */
export function slotsFor(
  revisions: readonly CollateralRevision[],
  packVersion: string,
): readonly CollateralSlot[] {
  return revisions.findLast(({ since }) => inOrder.compare(since, packVersion) <= 0)?.slots ?? [];
}
