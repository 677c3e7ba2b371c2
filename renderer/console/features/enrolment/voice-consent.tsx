import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConsentRecord } from '../../../../common/consent'
import type { Child } from '../../../../common/household'
import { Button } from '../../../ui/button'
import { Dialog, DialogActions } from '../../../ui/dialog'
import { Skeleton } from '../../../ui/skeleton'
import { useCommand } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { useFormat } from '../../format/use-format'
import { useAdult, useMayChange } from '../../use-adult'
import { ConsentText, useConsentText } from '../children/consent-text'

const CHANGES = ['consent.list', 'enrolment.overview', 'listening.status', 'audit.recent'] as const

/** The text to agree to, in the name of the adult who is signed in. */
export function AskConsent({ child }: { readonly child: Child }) {
  const { t } = useTranslation('enrolment')
  const adult = useAdult()
  const mayChange = useMayChange()
  const text = useConsentText('voice-enrolment')
  const give = useCommand('consent.give', CHANGES)
  const error = text.error ?? give.error
  return (
    <div className="flex flex-col gap-5">
      {text.data === undefined ? <Skeleton className="h-64" /> : <ConsentText text={text.data} />}
      {error !== null && <CallErrorNote error={error} />}
      {mayChange ? (
        <div>
          <Button
            kind="primary"
            disabled={text.data === undefined}
            busy={give.isPending}
            onClick={() => {
              if (text.data === undefined) return
              const { version: textVersion, language } = text.data
              give.mutate({ childId: child.id, purpose: 'voice-enrolment', textVersion, language })
            }}
          >
            {t('consent.give', { adult: adult?.name, name: child.name })}
          </Button>
        </div>
      ) : (
        <p className="text-ink-soft">{t('consent.parentsOnly')}</p>
      )}
    </div>
  )
}

/** Who agreed and when, and the way to read it again or take it back. */
export function GivenConsent({ child, record }: { readonly child: Child; readonly record: ConsentRecord }) {
  const { t } = useTranslation('enrolment')
  const format = useFormat()
  const [open, setOpen] = useState(false)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <p data-part="agreed" className="flex items-center gap-2">
        <CircleCheck aria-hidden size={20} className="shrink-0 text-accent" />
        {t('consent.given', { adult: record.givenByName, date: format.date(record.givenAt) })}
      </p>
      <Button
        kind="quiet"
        small
        className="text-accent underline underline-offset-4"
        onClick={() => {
          setOpen(true)
        }}
      >
        {t('consent.read')}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('consent.title', { name: child.name })} closeLabel={t('common:close')}>
        <Withdraw
          child={child}
          onDone={() => {
            setOpen(false)
          }}
        />
      </Dialog>
    </div>
  )
}

function Withdraw({ child, onDone }: { readonly child: Child; readonly onDone: () => void }) {
  const { t } = useTranslation('enrolment')
  const mayChange = useMayChange()
  const text = useConsentText('voice-enrolment')
  const withdraw = useCommand('consent.withdraw', CHANGES)
  const error = text.error ?? withdraw.error
  return (
    <>
      {text.data === undefined ? <Skeleton className="h-40" /> : <ConsentText text={text.data} />}
      {mayChange && <p className="font-semibold">{t('consent.withdrawErases')}</p>}
      {error !== null && <CallErrorNote error={error} />}
      <DialogActions>
        <Button onClick={onDone}>{t('common:close')}</Button>
        {mayChange && (
          <Button
            kind="danger"
            busy={withdraw.isPending}
            onClick={() => {
              withdraw.mutate({ childId: child.id, purpose: 'voice-enrolment' }, { onSuccess: onDone })
            }}
          >
            {t('consent.withdraw')}
          </Button>
        )}
      </DialogActions>
    </>
  )
}
