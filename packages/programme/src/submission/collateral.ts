import type { CollateralSlot } from "@slipway/frameworks";

import type { Actor } from "../lifecycle/actor.ts";

/** A whole file in a slot. */
export interface CollateralFile {
  readonly name: string;
  readonly mediaType: string;
  readonly byteCount: number;
  /** In hexadecimal. */
  readonly sha256: string;
  readonly uploadedBy: Actor;
  readonly completedAt: Date;
}

/** An upload that was begun: so many parts, each of `partBytes` but the last. */
export interface CollateralUpload {
  readonly slot: string;
  readonly partCount: number;
  readonly partBytes: number;
  /** Numbers of the parts that are still to be sent, from 1; none: the file is whole. */
  readonly missing: readonly number[];
}

/** A confirmation; it stops holding when what was confirmed is changed. */
export interface Confirmation {
  readonly by: Actor;
  readonly at: Date;
  readonly holds: boolean;
}

/** A slot as it stands. */
export type SlotView = CollateralSlot & {
  readonly state: "filled" | "missing";
  /** Whether a submission is refused without it. */
  readonly isRequired: boolean;
  readonly file?: CollateralFile;
  readonly confirmation?: Confirmation;
};

/** What a submission of a version holds, and what it still lacks. */
export interface SubmissionView {
  readonly version: number;
  readonly slots: readonly SlotView[];
  /** Titles of what is required and missing. */
  readonly missing: readonly string[];
}

/** As long as a part may be: in base64 it fits into a body that the API takes. */
export const partBytes = 524_288;
