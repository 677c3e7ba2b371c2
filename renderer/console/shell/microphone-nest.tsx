import { Link } from '@tanstack/react-router'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListeningStatus } from '../../../common/speech'
import { Button, buttonClass } from '../../ui/button'
import { NestIcon } from '../../ui/nest-icon'
import { Popover } from '../../ui/popover'
import { Skeleton } from '../../ui/skeleton'
import { useCall, useCommand } from '../bridge'
import { CallErrorNote } from '../call-error-note'
import { useFormat } from '../format/use-format'
import { nestPage, nestState, nestWord } from './nest-words'

const PAUSES = [
  { name: 'pause15', forMinutes: 15 },
  { name: 'pause60', forMinutes: 60 },
  { name: 'pauseOpen', forMinutes: null },
] as const

/** What the microphone does, in the same corner of every page, and how to pause it. */
export function MicrophoneNest() {
  const { t } = useTranslation('shell')
  const status = useCall('listening.status', [])
  const [open, setOpen] = useState(false)
  if (status.isError) return <CallErrorNote error={status.error} />
  if (status.data === undefined) return <Skeleton className="h-12 w-48" />
  const word = nestWord(status.data)
  return (
    <Popover
      label={t('microphone.label')}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          aria-label={t('microphone.button', { state: t(`microphone.${word}.short`) })}
          className="flex min-h-12 items-center gap-2 rounded-full border border-line bg-card py-1 ps-3 pe-4 text-base font-semibold transition-colors hover:border-edge"
        >
          <NestIcon state={nestState(status.data)} size={34} />
          <span aria-live="polite">{t(`microphone.${word}.short`)}</span>
          <ChevronDown aria-hidden size={18} className="text-ink-soft" />
        </button>
      }
    >
      <NestSheet
        status={status.data}
        onDone={() => {
          setOpen(false)
        }}
      />
    </Popover>
  )
}

function NestSheet({ status, onDone }: { readonly status: ListeningStatus; readonly onDone: () => void }) {
  const { t } = useTranslation('shell')
  const format = useFormat()
  const pause = useCommand('listening.pause', ['listening.status'])
  const resume = useCommand('listening.resume', ['listening.status'])
  const word = nestWord(status)
  const page = nestPage(word)
  const error = pause.error ?? resume.error
  const isPaused = status.state === 'paused'
  // Where the microphone cannot open anyway a pause would only promise something.
  const canPause = ['listening', 'starting', 'lost'].includes(status.state) || word === 'outside-hours'
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h2 className="text-base font-semibold">
          {isPaused && status.pausedUntil !== null
            ? t('microphone.pausedUntil', { time: format.clock(status.pausedUntil) })
            : t(`microphone.${word}.title`)}
        </h2>
        <p className="mt-1 text-sm text-ink-soft">{t(`microphone.${word}.text`)}</p>
        {status.state === 'listening' && status.deviceName !== null && (
          <p className="mt-1 text-sm text-ink-soft">{t('microphone.device', { name: status.deviceName })}</p>
        )}
      </div>
      {error !== null && <CallErrorNote error={error} />}
      <div className="flex flex-col gap-2">
        {isPaused && (
          <Button
            kind="primary"
            busy={resume.isPending}
            onClick={() => {
              resume.mutate(undefined, { onSuccess: onDone })
            }}
          >
            {t('microphone.resume')}
          </Button>
        )}
        {page !== null && (
          <Link to={page} className={buttonClass('primary')} onClick={onDone}>
            {t(`microphone.${word}.action`)}
          </Link>
        )}
        {canPause &&
          PAUSES.map(({ name, forMinutes }) => (
            <Button
              key={name}
              busy={pause.isPending}
              onClick={() => {
                pause.mutate({ forMinutes }, { onSuccess: onDone })
              }}
            >
              {t(`microphone.${name}`)}
            </Button>
          ))}
      </div>
    </div>
  )
}
