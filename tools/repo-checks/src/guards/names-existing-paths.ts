import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { repositoryFiles } from "@slipway/generate-docs";
import type { Finding, Guard } from "../finding.ts";

const rule = "names-existing-paths";

const rooms = /^(?:\.ci|apps|bench|docs|examples|journeys|packages|tools)\//u;

/** Every path that a document names is there: links, and paths of this repository in code quotes. */
export const namesExistingPaths: Guard = async (root) => {
  const documents = repositoryFiles(root).filter((path) => path.endsWith(".md"));
  return {
    filesSeen: documents.length,
    findings: documents.flatMap((path) => deadPaths(root, path)),
  };
};

function deadPaths(root: string, document: string): readonly Finding[] {
  return readFileSync(join(root, document), "utf8")
    .split("\n")
    .flatMap((text, index) =>
      [...quotedPaths(text), ...linkedPaths(text, document)]
        .filter((path) => !existsSync(join(root, path)))
        .map((path): Finding => {
          const message = `Expected a path that exists, found ${path}.`;
          return { rule, path: document, line: index + 1, message, level: "error" };
        }),
    );
}

// A path with a placeholder (`<name>`, `*`, `…`) names a form, not a file.
function quotedPaths(text: string): readonly string[] {
  return [...text.matchAll(/`([^`\s]+)`/gu)]
    .map(([, path = ""]) => path.replace(/[#:][^/]*$/u, ""))
    .filter((path) => rooms.test(path) && !/[<>*…{}$]/u.test(path));
}

function linkedPaths(text: string, document: string): readonly string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/gu)]
    .map(([, target = ""]) => target.replace(/#.*$/u, ""))
    .filter((target) => target !== "" && !/^[a-z]+:/u.test(target))
    .map((target) =>
      normalize(target.startsWith("/") ? target.slice(1) : join(dirname(document), target)),
    );
}
