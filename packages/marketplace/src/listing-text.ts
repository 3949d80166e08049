/** What a listing says, as its partner wrote it. */
export interface ListingText {
  /** Under which customers know it; need not be that of the registration. */
  readonly name: string;
  readonly tagline: string;
  readonly description: string;
  readonly categories: readonly string[];
  /** Optional features of the framework that customers may have. */
  readonly optionalFeatures: readonly string[];
  /** Where customers get help: a mail address or an https address. */
  readonly supportContact: string;
  readonly links: readonly ListingLink[];
}

export interface ListingLink {
  readonly label: string;
  /** http or https. */
  readonly address: string;
}

/** What a listing still lacks before customers may see it, in words; empty when it is complete. */
export function missingInListing(text: ListingText): readonly string[] {
  const asked: readonly (readonly [string, boolean])[] = [
    ["the name", text.name.trim() !== ""],
    ["the tagline", text.tagline.trim() !== ""],
    ["the description", text.description.trim() !== ""],
    ["a category", text.categories.length > 0],
    ["the support contact", text.supportContact.trim() !== ""],
  ];
  return asked.flatMap(([what, isThere]) => (isThere ? [] : [what]));
}
