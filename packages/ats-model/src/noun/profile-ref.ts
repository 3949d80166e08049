import type { ProfileNoun } from "./profile-noun.ts";

/** Which profile of a tenant. */
export type ProfileRef = { readonly noun: ProfileNoun; readonly id: number };
