import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding, Guard } from "../finding.ts";

const rule = "deploys-what-exists";

const files = ["Dockerfile", "compose.yaml"];
const settingsFile = "apps/platform/src/configuration-keys.ts";
/** Where the routes stand that the image's health check may ask for. */
const healthFile = "apps/platform/src/metrics/metrics-listener.ts";

/**
 * What the files for containers name is there: settings, paths of this repository, the route of the health check. Images are pinned,
 * and the last user is none with all rights. No Docker is needed to see that.
 */
export const deploysWhatExists: Guard = async (root) => {
  const present = files.filter((path) => existsSync(join(root, path)));
  const settings = textOf(root, settingsFile);
  const health = textOf(root, healthFile);
  const findings = present.flatMap((path) =>
    textOf(root, path)
      .split("\n")
      .flatMap((text, index) =>
        [
          ...unknownSettings(text, settings),
          ...missingPaths(root, text),
          ...looseImage(text),
          ...unknownRoute(text, health),
        ].map((message): Finding => {
          return { rule, path, line: index + 1, message, level: "error" };
        }),
      )
      .concat(path === "Dockerfile" ? rootUser(textOf(root, path)) : []),
  );
  return { filesSeen: present.length, findings };
};

function textOf(root: string, path: string): string {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : "";
}

/** Names that are set: `NAME: value` in compose.yaml, `NAME=value` in the Dockerfile. What compose.yaml itself is given is none of ours. */
function unknownSettings(text: string, settings: string): readonly string[] {
  return [...text.matchAll(/(?:^\s+|\s)(SLIPWAY_[A-Z_]+|DATABASE_URL)(?:: |=)/gu)]
    .map(([, name = ""]) => name)
    .filter((name) => !settings.includes(`"${name}"`))
    .map((name) => `Expected a setting of ${settingsFile}, found ${name}.`);
}

function missingPaths(root: string, text: string): readonly string[] {
  const copied =
    /^COPY (?<from>(?:\S+ )+)\S+$/u.exec(text)?.groups?.["from"]?.trim().split(" ") ?? [];
  const run = [...text.matchAll(/"((?:apps|packages|tools)\/[^"]+)"/gu)].map(
    ([, path = ""]) => path,
  );
  return [...copied, ...run]
    .filter((path) => !existsSync(join(root, path)))
    .map((path) => `Expected a path that exists, found ${path}.`);
}

function looseImage(text: string): readonly string[] {
  const image = /^(?:FROM|\s+image:) (\S+)/u.exec(text)?.[1];
  if (image === undefined || /:\d+\.\d+[\w.-]*$/u.test(image)) return [];
  return [`Expected an image with a version, found ${image}.`];
}

function unknownRoute(text: string, health: string): readonly string[] {
  return [...text.matchAll(/http:\/\/127\.0\.0\.1:\d+(\/\w+)'/gu)]
    .map(([, route = ""]) => route)
    .filter((route) => !health.includes(`.get("${route}"`))
    .map((route) => `Expected a route of ${healthFile}, found ${route}.`);
}

function rootUser(text: string): readonly Finding[] {
  const user = [...text.matchAll(/^USER (\S+)/gmu)].at(-1)?.[1];
  if (user !== undefined && user !== "root" && user !== "0") return [];
  const message = `Expected a user without all rights, found ${user ?? "none"}.`;
  return [{ rule, path: "Dockerfile", line: 1, message, level: "error" }];
}
