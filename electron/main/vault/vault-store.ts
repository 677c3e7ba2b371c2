/** Where the vault's document rests. Holds wrapped keys only; losing it means losing the household's data. */
export interface VaultStore {
  /**
   * What was written last, or undefined when nothing ever was.
   *
   * @throws AppError `vault-corrupt` when something is there that cannot be read back; `read-only` without access.
   */
  readonly read: () => unknown
  /**
   * Replaces the whole document, or leaves the one before as it was: a power cut never leaves half of one.
   *
   * @throws AppError `disk-full`, `read-only`, `internal`.
   */
  readonly write: (document: object) => void
}
