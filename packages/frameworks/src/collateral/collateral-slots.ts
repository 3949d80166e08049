/** One piece that a submission holds beside its run. Slots stand beside the packs: a released pack is frozen by its hash. */
export type CollateralSlot = {
  readonly id: string;
  readonly title: string;
  /** The duty that asks for it. */
  readonly requirement: `REQ-${string}`;
} & (
  | {
      /** The partner uploads it. */
      readonly kind: "file";
      readonly mediaTypes: readonly MediaType[];
      readonly maxBytes: number;
    }
  | {
      /** The platform keeps it already; a person of the partner confirms that it is right. */
      readonly kind: "record";
      readonly record: "field-manifest" | "enablement-sheet";
    }
  | {
      /** A person of the partner states it. */
      readonly kind: "statement";
    }
);

/** What files a slot may take. */
export const mediaTypes = [
  "image/png",
  "image/jpeg",
  "image/webp",
  "video/mp4",
  "video/quicktime",
  "video/webm",
] as const;

export type MediaType = (typeof mediaTypes)[number];

/** What submissions hold from a version of the guide on, until the next revision. */
export interface CollateralRevision {
  /** The first version of the pack that it goes with. */
  readonly since: string;
  readonly slots: readonly CollateralSlot[];
}

const pictures = ["image/png", "image/jpeg", "image/webp"] as const;
const films = ["video/mp4", "video/quicktime", "video/webm"] as const;
const megabyte = 1_000_000;

/** What every assessment framework asks for in its guides of 2026. */
export const collateralOf2026: readonly CollateralRevision[] = [
  {
    since: "2026.1",
    slots: [
      {
        id: "end-to-end-video",
        title: "a video of the run from end to end in the sandbox",
        requirement: "REQ-14",
        kind: "file",
        mediaTypes: films,
        maxBytes: 200 * megabyte,
      },
      {
        id: "duplicate-screenshot",
        title: "a screenshot of the refused duplicate, as the customer's user sees it",
        requirement: "REQ-21",
        kind: "file",
        mediaTypes: pictures,
        maxBytes: 10 * megabyte,
      },
      {
        id: "missing-field-screenshot",
        title:
          "a screenshot of the refused request that lacks a field, as the customer's user sees it",
        requirement: "REQ-21",
        kind: "file",
        mediaTypes: pictures,
        maxBytes: 10 * megabyte,
      },
      {
        id: "field-manifest",
        title: "the field manifest",
        requirement: "REQ-22",
        kind: "record",
        record: "field-manifest",
      },
      {
        id: "enablement-sheet",
        title: "the enablement sheet",
        requirement: "REQ-23",
        kind: "record",
        record: "enablement-sheet",
      },
      {
        id: "no-hard-coding",
        title: "the statement that nothing is hard-coded",
        requirement: "REQ-24",
        kind: "statement",
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
