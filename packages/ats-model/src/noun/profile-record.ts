import type { ProfileDoc } from "../field/stored-value.ts";
import type { ProfileNoun } from "./profile-noun.ts";

/** A profile as stored: its document and what the row keeps beside it. */
export interface ProfileRecord {
  readonly noun: ProfileNoun;
  readonly id: number;
  readonly doc: ProfileDoc;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
