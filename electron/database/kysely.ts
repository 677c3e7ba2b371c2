import {
  Kysely,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely'
import type { RawDatabase } from './connection'
import { storageCodeOf, toStorageError } from './database-error'
import type { Database } from './schema'

/** Statements kept prepared; Kysely's texts are few, lists of varying length are what could make them many. */
const MAX_PREPARED = 256

/**
 * Typed queries over one synchronous connection.
 *
 * Kysely hands the connection to one query or one transaction at a time, so that statements of two services never mix
 * inside a transaction. Hence the rule for services: inside `db.transaction().execute(async (trx) => …)` use `trx` only;
 * a query through `db` in there waits for the transaction that waits for it.
 *
 * Storage problems (full disk, damaged page, …) come out as AppError; constraint violations stay the driver's errors.
 */
export function createKysely(raw: RawDatabase): Kysely<Database> {
  return new Kysely<Database>({
    dialect: {
      createDriver: () => new HouseholdDriver(raw),
      createAdapter: () => new SqliteAdapter(),
      createQueryCompiler: () => new SqliteQueryCompiler(),
      createIntrospector: (db) => new SqliteIntrospector(db),
    },
  })
}

class HouseholdDriver extends SqliteDriver {
  readonly #raw: RawDatabase

  constructor(raw: RawDatabase) {
    super({ database: adapt(raw) })
    this.#raw = raw
  }

  /**
   * On a full disk or a damaged page SQLite rolls back by itself (https://sqlite.org/lang_transaction.html, section 3).
   * Asking for it again fails, and that failure would hide the reason.
   */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#raw.inTransaction) await super.rollbackTransaction(connection)
  }
}

function adapt(raw: RawDatabase): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => {
      prepared.clear()
      raw.close()
    },
    prepare: (sql) => {
      const known = prepared.get(sql)
      if (known !== undefined) return known
      if (prepared.size >= MAX_PREPARED) prepared.clear()
      const statement = mapErrors(() => prepare(raw, sql))
      prepared.set(sql, statement)
      return statement
    },
  }
}

function prepare(raw: RawDatabase, sql: string): SqliteStatement {
  const statement = raw.prepare(sql)
  return {
    reader: statement.reader,
    all: (parameters) => mapErrors(() => statement.all(...parameters)),
    run: (parameters) => mapErrors(() => statement.run(...parameters)),
    // A statement that is being read row by row is busy for everybody else: it gets its own.
    iterate: (parameters) => mapErrors(() => raw.prepare(sql).iterate(...parameters)),
  }
}

function mapErrors<T>(action: () => T): T {
  try {
    return action()
  } catch (error) {
    throw storageCodeOf(error) === undefined ? error : toStorageError(error)
  }
}
