import type { Generated } from 'kysely'

export interface AuditEntryTable {
  sequence: Generated<number>
  /** UTC milliseconds. */
  at: number
  /** An adult's id, or a word for what acted: `system`, `tray`, a window's kind. */
  actor: string
  action: string
  /** Canonical JSON of ids, codes and numbers; never a name or a secret. */
  detail: string
  /** SHA-256, hex; 64 zeros before the first entry. */
  previous_hash: string
  hash: string
}

export interface AuditTables {
  audit_entry: AuditEntryTable
}
