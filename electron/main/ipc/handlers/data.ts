import { writeFile } from 'node:fs/promises'
import { app, dialog, shell } from 'electron'
import { AppError } from '../../../../common/result'
import { statSync } from 'node:fs'
import { toStorageError } from '../../../database/database-error'
import { actorOf, type Handlers } from '../dispatcher'
import { renderDayPdf } from '../../reports/day-pdf'
import type { Services } from '../../services'

/** The file, its backups, the audit trail and reports. */
export function dataHandlers(services: Services) {
  const { door, vault, dataFolder } = services

  return {
    'data.info': async () => {
      const state = door.state()
      if (state.stage !== 'opened') throw new AppError('vault-locked', 'The household is not open.')
      const info = await vault.info()
      return {
        folder: dataFolder,
        databaseBytes: statSync(state.database.path).size,
        schemaVersion: state.database.schemaVersion,
        keychain: { ...info.keychain },
        passwordWraps: info.passwordWraps,
        recoveryCodeCreatedAt: info.recoveryCodeCreatedAt,
        backups: door.backups().map(({ name, createdAt, bytes }) => ({ name, createdAt, bytes })),
        appVersion: app.getVersion(),
      }
    },
    'data.openFolder': async () => {
      const problem = await shell.openPath(dataFolder)
      if (problem !== '') {
        throw new AppError('not-found', 'The folder could not be shown: this computer has no program for it. Its path is written above.')
      }
    },
    'data.backUpNow': async (_input, context) => {
      const { name, bytes } = door.backUp('manual')
      await services.core().audit.append({ actor: actorOf(context), action: 'backup.made', detail: { bytes } })
      return { name, bytes }
    },
    'audit.recent': async ({ limit }) => {
      const { audit, household } = services.core()
      const names = new Map((await household.adults()).map(({ id, name }) => [id, name]))
      // The trail itself holds ids only; a person reads names.
      return (await audit.recent(limit)).map((entry) => ({ ...entry, actor: names.get(entry.actor) ?? entry.actor }))
    },
    'audit.verify': () => services.core().audit.verify(),

    'reports.saveDayPdf': async ({ childId, localDay }, context) => {
      const choice = await dialog.showSaveDialog({
        defaultPath: `WonderNest ${localDay}.pdf`,
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      })
      if (choice.canceled || choice.filePath === '') return { saved: false }
      const pdf = await renderDayPdf(services.registry, childId, localDay)
      try {
        await writeFile(choice.filePath, pdf)
      } catch (error) {
        throw toStorageError(error)
      }
      await services.core().audit.append({ actor: actorOf(context), action: 'report.saved', detail: { childId, localDay } })
      return { saved: true }
    },
  } satisfies Partial<Handlers>
}
