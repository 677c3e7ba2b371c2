/**
 * The part of the driver that this folder uses. The package has types, but its `exports` hide them from a compiler that
 * follows them (seen with 13.0.3).
 */
declare module 'better-sqlite3-multiple-ciphers' {
  interface RunResult {
    readonly changes: number
    readonly lastInsertRowid: number | bigint
  }

  interface Statement {
    /** True when the statement gives rows. */
    readonly reader: boolean
    run(...parameters: readonly unknown[]): RunResult
    get(...parameters: readonly unknown[]): unknown
    all(...parameters: readonly unknown[]): unknown[]
    iterate(...parameters: readonly unknown[]): IterableIterator<unknown>
    /** Rows become the value of their first column. */
    pluck(on?: boolean): this
  }

  interface Transaction {
    (): void
    /** Takes the write lock at once. */
    immediate(): void
  }

  interface DatabaseOptions {
    readonly readonly?: boolean
    readonly fileMustExist?: boolean
    /** Milliseconds that a statement waits for another connection's lock. */
    readonly timeout?: number
    readonly nativeBinding?: string | undefined
  }

  class SqliteDatabase {
    constructor(path: string, options?: DatabaseOptions)
    readonly name: string
    readonly open: boolean
    readonly inTransaction: boolean
    prepare(sql: string): Statement
    exec(sql: string): this
    pragma(source: string, options?: { readonly simple?: boolean }): unknown
    /** Sets the key as if by `PRAGMA key`; gives SQLite's result code. */
    key(key: Buffer): number
    transaction(action: () => void): Transaction
    close(): this
  }

  export default SqliteDatabase
}
