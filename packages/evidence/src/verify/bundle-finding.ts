/** Something that is wrong with a bundle. Paths are below the bundle's folder. */
export type BundleFinding =
  /** No archive, or the archive of something else. */
  | { readonly kind: "not-a-bundle" }
  /** It ends too early; `within` names the file that is cut, if one is. */
  | { readonly kind: "truncated"; readonly within: string | undefined }
  /** Bytes between the files are not as they were written. */
  | {
      readonly kind: "archive-altered";
      readonly offset: number;
      /** The file whose entry it is, or after which it stands. */
      readonly near: string | undefined;
    }
  | {
      readonly kind: "file-altered";
      readonly path: string;
      readonly expected: string;
      readonly found: string;
    }
  | { readonly kind: "file-missing"; readonly path: string }
  | { readonly kind: "file-added"; readonly path: string }
  | { readonly kind: "file-renamed"; readonly from: string; readonly to: string }
  /** A line of the list of checksums that is none. */
  | { readonly kind: "sums-unreadable"; readonly line: number }
  /** The list of checksums is not what the key signed that the bundle names. */
  | { readonly kind: "signature-wrong"; readonly keyId: string }
  /** Signed by a key that is not among those that were given. */
  | { readonly kind: "key-unknown"; readonly keyId: string | undefined }
  /** Signed by a key that was revoked: nothing that it signed proves anything. */
  | {
      readonly kind: "key-revoked";
      readonly keyId: string;
      readonly at: string;
      readonly because: string;
    };
