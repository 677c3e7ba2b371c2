import { useTranslation } from 'react-i18next'
import type { Child, ChildInput } from '../../../../common/household'
import { Button } from '../../../ui/button'
import { Dialog } from '../../../ui/dialog'
import { useCommand } from '../../bridge'
import { useToasts } from '../../shell/toasts'
import { ChildForm } from './child-form'

export interface ChildDialogProps {
  /** The child to change, `new` for another one, null when the dialog is closed. */
  readonly target: Child | 'new' | null
  readonly onClose: () => void
}

export function ChildDialog({ target, onClose }: ChildDialogProps) {
  const { t } = useTranslation('children')
  const show = useToasts((toasts) => toasts.show)
  const create = useCommand('children.create', ['children.list'])
  const update = useCommand('children.update', ['children.list'])

  function save(child: ChildInput) {
    const onSuccess = () => {
      show({ message: t(target === 'new' ? 'added' : 'changed', { name: child.name }) })
      onClose()
    }
    if (target === 'new') create.mutate(child, { onSuccess })
    else if (target !== null) update.mutate({ id: target.id, child }, { onSuccess })
  }

  return (
    <Dialog
      open={target !== null}
      onOpenChange={(open) => {
        if (open) return
        create.reset()
        update.reset()
        onClose()
      }}
      title={target === null || target === 'new' ? t('add') : t('editTitle', { name: target.name })}
      closeLabel={t('common:close')}
    >
      {target !== null && (
        <ChildForm
          {...(target === 'new' ? {} : { child: target })}
          submitLabel={t('common:save')}
          busy={create.isPending || update.isPending}
          error={target === 'new' ? create.error : update.error}
          onSubmit={save}
          otherAction={<Button onClick={onClose}>{t('common:cancel')}</Button>}
        />
      )}
    </Dialog>
  )
}
