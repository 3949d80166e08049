import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryFiles } from "@slipway/generate-docs";
import type { Finding, Guard } from "../finding.ts";

const rule = "keeps-words-out";

interface Unwanted {
  readonly pattern: RegExp;
  readonly what: string;
}

// Written so that the patterns do not match their own text.
const unwanted: readonly Unwanted[] = [
  {
    pattern: /(?:^|[^\w.~/-])\/(?:home|root|work|Users|farm)\/[\w.-]/u,
    what: "an absolute path of somebody's machine",
  },
  {
    pattern: /\bregistry\.(?:npmjs|yarnpkg)\b|\bdeb\.debian\b/u,
    what: "the host of a package registry",
  },
  { pattern: /\bFI[X]ME\b|\bX[X]X\b/u, what: "a mark of unfinished work" },
  {
    pattern: /\bTO[D]O\b(?!\(\d)/u,
    what: "work put off without the version in which it falls due",
  },
  { pattern: /@ts-(?:ignore|nocheck)\b/u, what: "types switched off" },
];

/** No words in the tree that tie it to a machine, a registry or an unfinished state. */
export const keepsWordsOut: Guard = async (root) => {
  const files = repositoryFiles(root).filter((path) => isText(path));
  return { filesSeen: files.length, findings: files.flatMap((path) => unwantedIn(root, path)) };
};

function unwantedIn(root: string, path: string): readonly Finding[] {
  return readFileSync(join(root, path), "utf8")
    .split("\n")
    .flatMap((text, index) =>
      unwanted
        .filter(({ pattern }) => pattern.test(text))
        .map(({ pattern, what }): Finding => {
          const found = pattern.exec(text)?.[0].trim() ?? "";
          const message = `Expected nothing that belongs elsewhere, found ${what}: ${found}`;
          return { rule, path, line: index + 1, message, level: "error" };
        }),
    );
}

function isText(path: string): boolean {
  return (
    path !== "package-lock.json" && !/\.(?:png|jpe?g|gz|zip|pdf|webm|mp4|ico|woff2?)$/u.test(path)
  );
}
