import { CircleCheck, CircleDashed } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Child } from '../../../../common/household'
import { Button } from '../../../ui/button'
import { Dialog, DialogActions } from '../../../ui/dialog'
import { Skeleton } from '../../../ui/skeleton'
import { useCall, useCommand } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { useFormat } from '../../format/use-format'
import { useMayChange } from '../../use-adult'
import { ConsentText, useConsentText } from './consent-text'

/** Whether somebody agreed that WonderNest listens for this child, and the way to agree or take it back. */
export function ChildConsent({ child }: { readonly child: Child }) {
  const { t } = useTranslation('children')
  const format = useFormat()
  const mayChange = useMayChange()
  const [open, setOpen] = useState(false)
  const list = useCall('consent.list', [{ childId: child.id }])
  if (list.isError) return <CallErrorNote error={list.error} />
  if (list.data === undefined) return <Skeleton className="h-6 w-72" />
  const record = list.data.find(({ purpose }) => purpose === 'listening')
  const stands = record !== undefined && record.withdrawnAt === null
  const Icon = stands ? CircleCheck : CircleDashed
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <p className="flex items-center gap-2">
        <Icon aria-hidden size={20} className={stands ? 'text-accent' : 'text-ink-soft'} />
        {record === undefined
          ? t('consent.never')
          : record.withdrawnAt === null
            ? t('consent.given', { name: record.givenByName, date: format.date(record.givenAt) })
            : t('consent.withdrawn', { date: format.date(record.withdrawnAt) })}
      </p>
      <Button
        kind="quiet"
        small
        className="text-accent underline underline-offset-4"
        aria-label={t(stands || !mayChange ? 'consent.readName' : 'consent.decideName', { name: child.name })}
        onClick={() => {
          setOpen(true)
        }}
      >
        {t(stands || !mayChange ? 'consent.read' : 'consent.decide')}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('consent.title', { name: child.name })} closeLabel={t('common:close')}>
        <ConsentSheet
          childId={child.id}
          stands={stands}
          onDone={() => {
            setOpen(false)
          }}
        />
      </Dialog>
    </div>
  )
}

function ConsentSheet({ childId, stands, onDone }: { readonly childId: string; readonly stands: boolean; readonly onDone: () => void }) {
  const { t } = useTranslation('children')
  const mayChange = useMayChange()
  const text = useConsentText('listening')
  const changes = ['consent.list', 'listening.status'] as const
  const give = useCommand('consent.give', changes)
  const withdraw = useCommand('consent.withdraw', changes)
  const error = text.error ?? give.error ?? withdraw.error
  return (
    <>
      {text.data === undefined ? <Skeleton className="h-40" /> : <ConsentText text={text.data} />}
      {error !== null && <CallErrorNote error={error} />}
      <DialogActions>
        <Button onClick={onDone}>{t(stands || !mayChange ? 'common:close' : 'consent.notNow')}</Button>
        {mayChange && stands && (
          <Button
            kind="danger"
            busy={withdraw.isPending}
            onClick={() => {
              withdraw.mutate({ childId, purpose: 'listening' }, { onSuccess: onDone })
            }}
          >
            {t('consent.withdraw')}
          </Button>
        )}
        {mayChange && !stands && (
          <Button
            kind="primary"
            busy={give.isPending}
            disabled={text.data === undefined}
            onClick={() => {
              if (text.data === undefined) return
              give.mutate(
                { childId, purpose: 'listening', textVersion: text.data.version, language: text.data.language },
                { onSuccess: onDone },
              )
            }}
          >
            {t('consent.give')}
          </Button>
        )}
      </DialogActions>
    </>
  )
}
