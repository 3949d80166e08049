import { bundleFiles } from "../bundle/bundle-layout.ts";
import { parseChecksums, sha256Of, type Checksum } from "../bundle/checksum-list.ts";
import type { TarFile } from "../tar/tar-file.ts";
import type { BundleFinding } from "./bundle-finding.ts";

/** Holds the files against the list of checksums among them: what was altered, dropped, added or renamed. */
export function compareFiles(files: readonly TarFile[]): readonly BundleFinding[] {
  const apart: readonly string[] = [bundleFiles.sums, bundleFiles.signature];
  const missing = apart
    .filter((wanted) => files.every(({ path }) => path !== wanted))
    .map((path): BundleFinding => ({ kind: "file-missing", path }));
  const sums = files.find(({ path }) => path === bundleFiles.sums);
  if (sums === undefined) return missing;
  const { checksums, wrongLine } = parseChecksums(Buffer.from(sums.bytes).toString());
  const present = files
    .filter(({ path }, index) => !apart.includes(path) || isRepeated(files, index))
    .map(({ path, bytes }) => ({ path, hash: sha256Of(bytes) }));
  return [
    ...missing,
    ...(wrongLine === undefined ? [] : [{ kind: "sums-unreadable", line: wrongLine } as const]),
    ...differences(checksums, present),
  ];
}

/** A second file of a name is one too many. */
function isRepeated(files: readonly TarFile[], index: number): boolean {
  return files.findIndex(({ path }) => path === files[index]?.path) < index;
}

function differences(
  listed: readonly Checksum[],
  present: readonly Checksum[],
): readonly BundleFinding[] {
  const findings: BundleFinding[] = [];
  const rest = [...present];
  const gone: Checksum[] = [];
  for (const entry of listed) {
    const index = rest.findIndex(({ path }) => path === entry.path);
    const [found] = index === -1 ? [] : rest.splice(index, 1);
    if (found === undefined) gone.push(entry);
    else if (found.hash !== entry.hash)
      findings.push({
        kind: "file-altered",
        path: entry.path,
        expected: entry.hash,
        found: found.hash,
      });
  }
  for (const { path, hash } of gone) {
    const index = rest.findIndex((one) => one.hash === hash);
    const [renamed] = index === -1 ? [] : rest.splice(index, 1);
    findings.push(
      renamed === undefined
        ? { kind: "file-missing", path }
        : { kind: "file-renamed", from: path, to: renamed.path },
    );
  }
  return [...findings, ...rest.map(({ path }): BundleFinding => ({ kind: "file-added", path }))];
}
