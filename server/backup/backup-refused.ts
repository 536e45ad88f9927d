/** Why there is no backup, or nothing was restored: one sentence, for whoever asked. */
export class BackupRefused extends Error {
  override readonly name = "BackupRefused";
}
