import type { Kysely, Selectable, Transaction } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Child, ChildInput } from '../../../common/household'
import { AppError } from '../../../common/result'
import type { Database } from '../../database/schema'
import { appendAudit } from '../audit/service'
import type { Clock } from '../clock'
import { readSettings } from '../settings/repository'
import { updateSettings } from '../settings/service'
import { wallTimeAt } from '../time/family-clock'
import { checkBirthDate } from './birth-date'

export interface ChildrenService {
  /** In the order in which they were added. */
  readonly list: (includeArchived: boolean) => Promise<Child[]>
  /** @throws AppError `invalid-input` for a birth date that cannot be. */
  readonly create: (child: ChildInput, actor: string) => Promise<Child>
  /** @throws AppError `not-found`, `invalid-input`. */
  readonly update: (id: string, child: ChildInput, actor: string) => Promise<Child>
  /** An archived child is not listened to; its numbers stay. @throws AppError `not-found`. */
  readonly setArchived: (id: string, archived: boolean, actor: string) => Promise<Child>
}

export function createChildrenService(db: Kysely<Database>, now: Clock): ChildrenService {
  return {
    list: async (includeArchived) => {
      const all = db.selectFrom('family_child').selectAll().orderBy('created_at').orderBy('id')
      const rows = await (includeArchived ? all : all.where('archived_at', 'is', null)).execute()
      return rows.map(toChild)
    },

    create: (input, actor) =>
      db.transaction().execute(async (trx) => {
        const at = now()
        await checkBirthDateAt(trx, input.birthDate, at)
        const household = await trx.selectFrom('family_household').select('id').executeTakeFirst()
        if (household === undefined) throw new AppError('not-found', 'There is no household in this file yet. Create it first.')
        const child: Child = { ...input, id: uuidv7(), createdAt: at, archivedAt: null }
        await trx
          .insertInto('family_child')
          .values({
            id: child.id,
            household_id: household.id,
            name: child.name,
            birth_date: child.birthDate,
            animal: child.animal,
            created_at: at,
            archived_at: null,
          })
          .execute()
        await appendAudit(trx, at, { actor, action: 'child.added', detail: { childId: child.id } })
        return child
      }),

    update: (id, input, actor) =>
      db.transaction().execute(async (trx) => {
        const at = now()
        const before = await requireChild(trx, id)
        const fields = (['name', 'birthDate', 'animal'] as const).filter((field) => before[field] !== input[field])
        if (fields.length === 0) return before
        if (fields.includes('birthDate')) await checkBirthDateAt(trx, input.birthDate, at)
        await trx
          .updateTable('family_child')
          .set({ name: input.name, birth_date: input.birthDate, animal: input.animal })
          .where('id', '=', id)
          .execute()
        await appendAudit(trx, at, { actor, action: 'child.changed', detail: { childId: id, fields } })
        return { ...before, ...input }
      }),

    setArchived: (id, archived, actor) =>
      db.transaction().execute(async (trx) => {
        const before = await requireChild(trx, id)
        if ((before.archivedAt !== null) === archived) return before
        const at = now()
        const archivedAt = archived ? at : null
        await trx.updateTable('family_child').set({ archived_at: archivedAt }).where('id', '=', id).execute()
        const action = archived ? 'child.archived' : 'child.restored'
        await appendAudit(trx, at, { actor, action, detail: { childId: id } })
        if (archived && (await readSettings(trx)).listening.childId === id) {
          await updateSettings(trx, { listening: { childId: null } }, actor, at)
        }
        return { ...before, archivedAt }
      }),
  }
}

/** Null for an id that is not in the household. */
export async function findChild(db: Kysely<Database>, id: string): Promise<Child | null> {
  const row = await db.selectFrom('family_child').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toChild(row)
}

/** @throws AppError `not-found` */
export async function requireChild(db: Kysely<Database>, id: string): Promise<Child> {
  const child = await findChild(db, id)
  if (child === null) throw new AppError('not-found', 'This child is not in the household.')
  return child
}

async function checkBirthDateAt(trx: Transaction<Database>, birthDate: string, at: number): Promise<void> {
  const { timeZone } = await readSettings(trx)
  checkBirthDate(birthDate, wallTimeAt(timeZone, at).day)
}

function toChild(row: Selectable<Database['family_child']>): Child {
  return {
    id: row.id,
    name: row.name,
    birthDate: row.birth_date,
    animal: row.animal,
    createdAt: row.created_at,
    archivedAt: row.archived_at,
  }
}
