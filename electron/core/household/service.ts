import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Adult, CreateHousehold } from '../../../common/household'
import { AppError } from '../../../common/result'
import type { Database } from '../../database/schema'
import { appendAudit } from '../audit/service'
import type { Clock } from '../clock'
import { readSetting, writeSetting } from '../settings/repository'

export interface NewHousehold {
  /** The id under which the vault keeps the owner's key. */
  readonly ownerId: string
  readonly input: Omit<CreateHousehold, 'password'>
}

export interface HouseholdService {
  /** Writes household, owner, language and time zone. @throws AppError `conflict` when there is a household already. */
  readonly create: (household: NewHousehold) => Promise<Adult>
  /** Null before `create`. */
  readonly get: () => Promise<{ id: string; name: string } | null>
  /** The owner first, then in the order in which they joined. */
  readonly adults: () => Promise<Adult[]>
  /** Whether nobody has said yet that the printed recovery code is in a safe place. */
  readonly isRecoveryCodePending: () => Promise<boolean>
  readonly confirmRecoveryCode: (actor: string) => Promise<void>
}

export function createHouseholdService(db: Kysely<Database>, now: Clock): HouseholdService {
  return {
    create: ({ ownerId, input }) =>
      db.transaction().execute(async (trx) => {
        const existing = await trx.selectFrom('family_household').select('id').executeTakeFirst()
        if (existing !== undefined) throw new AppError('conflict', 'There is a household in this file already. It was left as it is.')
        const at = now()
        const householdId = uuidv7()
        await trx.insertInto('family_household').values({ id: householdId, name: input.householdName, created_at: at }).execute()
        const owner: Adult = { id: ownerId, name: input.ownerName, role: 'owner' }
        await trx.insertInto('family_adult').values({ ...owner, household_id: householdId, created_at: at }).execute()
        await writeSetting(trx, 'language', input.language, at)
        await writeSetting(trx, 'timeZone', input.timeZone, at)
        await appendAudit(trx, at, { actor: ownerId, action: 'household.created', detail: { householdId } })
        return owner
      }),

    get: async () => {
      const row = await db.selectFrom('family_household').select(['id', 'name']).executeTakeFirst()
      return row ?? null
    },

    adults: async () => {
      const rows = await db.selectFrom('family_adult').select(['id', 'name', 'role']).orderBy('created_at').orderBy('id').execute()
      return [...rows.filter(({ role }) => role === 'owner'), ...rows.filter(({ role }) => role !== 'owner')]
    },

    isRecoveryCodePending: async () => (await readSetting(db, 'recovery.confirmed-at')) === undefined,

    confirmRecoveryCode: (actor) =>
      db.transaction().execute(async (trx) => {
        const at = now()
        await writeSetting(trx, 'recovery.confirmed-at', at, at)
        await appendAudit(trx, at, { actor, action: 'recovery.saved', detail: {} })
      }),
  }
}
