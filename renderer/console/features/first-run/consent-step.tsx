import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button'
import { Skeleton } from '../../../ui/skeleton'
import { useCommand } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { ConsentText, useConsentText } from '../children/consent-text'

export interface ConsentStepProps {
  readonly childId: string
  readonly onDone: () => void
}

/** The last question: may WonderNest listen for this child? "Not now" is as easy as yes. */
export function ConsentStep({ childId, onDone }: ConsentStepProps) {
  const { t } = useTranslation('first-run')
  const text = useConsentText('listening')
  const give = useCommand('consent.give', ['consent.list', 'listening.status'])
  const choose = useCommand('settings.update', ['settings.get', 'listening.status'])
  const error = text.error ?? give.error ?? choose.error

  async function agree() {
    if (text.data === undefined) return
    await give.mutateAsync({ childId, purpose: 'listening', textVersion: text.data.version, language: text.data.language })
    await choose.mutateAsync({ listening: { childId } })
    onDone()
  }

  return (
    <>
      {text.data === undefined ? <Skeleton className="h-48" /> : <ConsentText text={text.data} />}
      {error !== null && <CallErrorNote error={error} />}
      <div className="flex flex-wrap gap-3">
        <Button
          kind="primary"
          disabled={text.data === undefined}
          busy={give.isPending || choose.isPending}
          onClick={() => {
            // A refusal is shown above, from the command's own error.
            agree().catch(() => undefined)
          }}
        >
          {t('consent.give')}
        </Button>
        <Button onClick={onDone}>{t('consent.notNow')}</Button>
      </div>
    </>
  )
}
