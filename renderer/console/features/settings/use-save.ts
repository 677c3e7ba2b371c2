import { useTranslation } from 'react-i18next'
import type { FamilySettings, SettingsPatch } from '../../../../common/settings'
import { useCommand } from '../../bridge'
import { useToasts } from '../../shell/toasts'

export interface SettingsPartProps {
  readonly settings: FamilySettings
}

/** Saves a change at once and says so, with a way back. */
export function useSave() {
  const { t } = useTranslation('settings')
  const show = useToasts((toasts) => toasts.show)
  const update = useCommand('settings.update', ['settings.get', 'listening.status'])
  return {
    error: update.error,
    isPending: update.isPending,
    save: (patch: SettingsPatch, undo: SettingsPatch) => {
      update.mutate(patch, {
        onSuccess: () => {
          show({
            message: t('common:saved'),
            undo: () => {
              update.mutate(undo)
            },
          })
        },
      })
    },
  }
}
