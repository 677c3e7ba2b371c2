import { expect, test } from 'playwright/test'
import { CHILD_NAME, createHousehold, HOUSEHOLD_NAME, PASSWORD } from '../support/household'
import { launchApp, projectRoot, removeDataFolder } from '../support/launch-app'

test('what a family typed, its folders and its keys reach no log', async () => {
  const app = await launchApp()
  const { recoveryCode, childId } = await createHousehold(app.console, { consent: true })
  // Provoke what is logged: refused calls, wrong passwords, an error of the file system.
  await app.console.evaluate(
    async ({ id, name }) => {
      const { calls } = window.wonder
      await calls['children.update']({ id, child: { name, birthDate: '1900-01', animal: 'fox' } })
      await calls['children.list']({ includeArchived: name as never }) // the wrong type is the point
      await calls['session.changePassword']({ currentPassword: name, newPassword: `${name} ${name}` })
      await calls['session.signOut']()
      await calls['children.list']({ includeArchived: false })
    },
    { id: childId, name: CHILD_NAME },
  )
  await app.quit()
  const log = app.log()
  expect(log, 'the log is looked at for real').toContain('wondernest refused')
  for (const secret of [CHILD_NAME, HOUSEHOLD_NAME, PASSWORD, recoveryCode, 'Ana ', app.dataFolder, projectRoot]) {
    const lines = log.split('\n').filter((line) => line.startsWith('wondernest') && line.includes(secret))
    expect(lines, 'lines of ours with something of the family’s').toEqual([])
  }
  for (const secret of [CHILD_NAME, HOUSEHOLD_NAME, PASSWORD, recoveryCode]) expect(log).not.toContain(secret)
  removeDataFolder(app.dataFolder)
})
