import type { ColumnType } from 'kysely'

/** A column that is written once: triggers of the table refuse a change anyway. */
type Once<T> = ColumnType<T, T, never>

export interface AuditTables {
  audit_entry: {
    /** 1, 2, 3 … without a hole. */
    sequence: Once<number>
    /** UTC milliseconds. */
    at: Once<number>
    /** An adult's id, or `system`. */
    actor: Once<string>
    action: Once<string>
    /** Canonical JSON; ids and short codes only. */
    detail: Once<string>
    previous_hash: Once<string>
    /** SHA-256, lower-case hexadecimal. */
    hash: Once<string>
  }
}
