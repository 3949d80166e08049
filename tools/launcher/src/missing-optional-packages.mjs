const systems = new Set(["aix", "android", "darwin", "freebsd", "linux", "openharmony", "win32"]);
const processors = new Set([
  "arm",
  "arm64",
  "ia32",
  "loong64",
  "ppc64",
  "riscv64",
  "s390x",
  "wasm32",
  "x64",
]);
const libraries = { gnu: "glibc", gnueabihf: "glibc", musl: "musl", musleabihf: "musl" };

/**
 * Lock file entries for the optional dependencies that the lock file names but does not describe. Which platform they are
 * for, their names say: `@oxlint/binding-linux-arm64-musl`.
 *
 * @param {Record<string, any>} packages The entries of a lock file, by path.
 * @returns {Record<string, any>}
 */
export function missingOptionalPackages(packages) {
  const missing = {};
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const isExact = /^\d+\.\d+\.\d+[\w.-]*$/.test(version);
      if (!isExact || isDescribed(packages, path, name)) continue;
      missing[`node_modules/${name}`] = describe({ name, version, parent: entry });
    }
  }
  return missing;
}

/** Looks where Node would: in the package's own node_modules, then outwards. */
function isDescribed(packages, path, name) {
  const places = path
    .split("/node_modules/")
    .map((_, index, parts) => parts.slice(0, index + 1).join("/node_modules/"));
  return ["", ...places].some(
    (place) => `${place === "" ? "" : `${place}/`}node_modules/${name}` in packages,
  );
}

function describe({ name, version, parent }) {
  const words = name.split(/[/-]/);
  const cpu = words.filter((word) => processors.has(word));
  const libc = words.filter((word) => word in libraries).map((word) => libraries[word]);
  const os = words.filter((word) => systems.has(word));
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(parent.dev && { dev: true }),
    ...(libc.length > 0 && { libc }),
    optional: true,
    ...(os.length > 0 && { os }),
    ...(parent.peer && { peer: true }),
  };
}
