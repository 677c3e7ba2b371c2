import { useTranslation } from 'react-i18next'
import type { Child } from '../../../../common/household'
import { useCommand } from '../../bridge'
import { useToasts } from '../../shell/toasts'

/** Puts a child away or brings it back, at once, with a way to undo. */
export function useArchive() {
  const { t } = useTranslation('children')
  const show = useToasts((toasts) => toasts.show)
  const setArchived = useCommand('children.setArchived', ['children.list', 'settings.get', 'listening.status', 'consent.list'])

  async function run(child: Child, archived: boolean): Promise<void> {
    await setArchived.mutateAsync({ id: child.id, archived })
    show({
      message: t(archived ? 'archived.done' : 'archived.back', { name: child.name }),
      undo: () => {
        start(child, !archived)
      },
    })
  }

  /** A refusal is in `error`. */
  function start(child: Child, archived: boolean): void {
    run(child, archived).catch(() => undefined)
  }

  return { run: start, error: setArchived.error, isPending: setArchived.isPending }
}
