import { Problem } from "@slipway/foundation";

/** No release has this id. */
export class ReleaseNotFoundProblem extends Problem {
  constructor(id: string) {
    super({
      code: "RELEASE-NOT-FOUND",
      status: 404,
      message: `Expected the id of a feature release, found none with id ${id}. List the releases, with drafts, to see theirs.`,
    });
  }
}

/** What was published stays as it is. */
export class ReleasePublishedProblem extends Problem {
  constructor(title: string) {
    super({
      code: "RELEASE-PUBLISHED",
      status: 409,
      message: `Expected a release that is a draft, found "${title}" published: it is published once, and never changed. Draft another for what is new.`,
    });
  }
}

/** Another release of the framework has this title. */
export class ReleaseTitleTakenProblem extends Problem {
  constructor(title: string, framework: string) {
    super({
      code: "RELEASE-TITLE-TAKEN",
      status: 409,
      message: `Expected a title that no published release of ${framework} has, found "${title}". Draft it again under another.`,
    });
  }
}

/** A Standard integration is asked to revalidate by a report alone. */
export class ReleaseTypesProblem extends Problem {
  constructor(found: readonly string[]) {
    super({
      code: "RELEASE-TYPES-WRONG",
      status: 422,
      message: `Expected a mandatory feature to concern prime alone, because Standard integrations are asked to revalidate by a report only, found ${found.join(", ")}. Draft it for prime, or as not mandatory.`,
    });
  }
}
