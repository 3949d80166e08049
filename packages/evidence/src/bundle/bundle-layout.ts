/** How a bundle is laid out; what its `bundle.json` says it is. */
export const bundleFormat = "slipway-evidence/1";

/** The folder in which every file of a bundle stands. */
export const bundleFolder = "evidence/";

/** Files that every bundle has. */
export const bundleFiles = {
  readme: "README.txt",
  claim: "bundle.json",
  sums: "SHA256SUMS",
  signature: "SHA256SUMS.sig",
} as const;
