/** The path names the type itself. */
export function parseWorkflowNoun(): { readonly noun: "applicantworkflows" } {
  return { noun: "applicantworkflows" };
}
