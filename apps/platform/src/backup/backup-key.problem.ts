import { BackupProblem } from "@slipway/database";

/** The key file of the installation is not the one with which the backed-up credentials are encrypted. */
export class BackupKeyProblem extends BackupProblem {
  override readonly exitCode = 78;

  constructor(
    file: string,
    { wanted, present }: { readonly wanted: string; readonly present: string },
  ) {
    super({
      code: "RESTORE-KEY-DIFFERS",
      status: 409,
      message: `Expected in ${file} the key with fingerprint ${wanted}, under which the backup's credentials are encrypted, found ${present}. Nothing was restored. Put the right key there, or name its place in SLIPWAY_SECRET_KEY_FILE.`,
    });
  }
}
