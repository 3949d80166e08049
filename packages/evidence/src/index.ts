export type { BundleClaim } from "./bundle/bundle-claim.ts";
export { sha256Of } from "./bundle/checksum-list.ts";
export { packBundle, type BundleContent } from "./bundle/pack-bundle.ts";
export { keyListFormat, parseKeyList, type KeyList, type PublishedKey } from "./keys/key-list.ts";
export { signingKeyOf, signingSeedBytes, type SigningKey } from "./keys/signing-key.ts";
export type { TarFile } from "./tar/tar-file.ts";
export type { BundleFinding } from "./verify/bundle-finding.ts";
export { describeFinding } from "./verify/describe-finding.ts";
export {
  verifyBundle,
  type BundleVerdict,
  type BundleVerification,
} from "./verify/verify-bundle.ts";
