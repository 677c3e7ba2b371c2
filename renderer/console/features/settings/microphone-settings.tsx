import { Mic, Square } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Level } from '../../../../common/speech'
import { drop } from '../../../../common/assert'
import { Button } from '../../../ui/button'
import { SelectField } from '../../../ui/field'
import { LevelMeter } from '../../../ui/level-meter'
import { call, useCall, useCommand } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { type SettingsPartProps, useSave } from './use-save'

/** Main ends a test by itself after a minute; the page says so then. */
const TEST_MS = 60_000

/** Which microphone, and whether it hears anything. */
export function MicrophoneSettings({ settings }: SettingsPartProps) {
  const { t } = useTranslation('settings')
  const { save, error } = useSave()
  const devices = useCall('listening.devices', [])
  const chosen = settings.listening.deviceName
  const names = devices.data ?? []
  const isGone = chosen !== null && devices.isSuccess && !names.includes(chosen)
  return (
    <div className="flex max-w-xl flex-col gap-5">
      <SelectField
        label={t('microphone.device')}
        hint={isGone ? t('microphone.gone') : undefined}
        value={chosen ?? ''}
        onChange={(event) => {
          const deviceName = event.target.value === '' ? null : event.target.value
          save({ listening: { deviceName } }, { listening: { deviceName: chosen } })
        }}
      >
        <option value="">{t('microphone.systemDefault')}</option>
        {[...new Set(chosen === null ? names : [...names, chosen])].map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </SelectField>
      {devices.isError && <CallErrorNote error={devices.error} />}
      {error !== null && <CallErrorNote error={error} />}
      <MicrophoneTest key={chosen} deviceName={chosen} />
    </div>
  )
}

function MicrophoneTest({ deviceName }: { readonly deviceName: string | null }) {
  const { t } = useTranslation('settings')
  const [running, setRunning] = useState(false)
  const [level, setLevel] = useState<Level | null>(null)
  const start = useCommand('listening.startTest')

  useEffect(() => {
    if (!running) return
    const end = window.wonder.events['listening.level'](setLevel)
    const timer = setTimeout(() => {
      setRunning(false)
    }, TEST_MS)
    return () => {
      clearTimeout(timer)
      end()
      setLevel(null)
      // Also when the page is left. A test that cannot be stopped ends by itself within the minute.
      drop(call('listening.stopTest').catch(() => undefined))
    }
  }, [running])

  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-4">
        <Button
          busy={start.isPending}
          onClick={() => {
            if (running) {
              setRunning(false)
              return
            }
            start.mutate(
              { deviceName },
              {
                onSuccess: () => {
                  setRunning(true)
                },
              },
            )
          }}
        >
          {running ? <Square aria-hidden size={18} /> : <Mic aria-hidden size={18} />}
          {t(running ? 'microphone.stopTest' : 'microphone.startTest')}
        </Button>
        <p className="text-sm text-ink-soft">{t('microphone.nothingKept')}</p>
      </div>
      {running && (
        <LevelMeter
          label={t('microphone.level')}
          levelDbfs={level?.rmsDbfs ?? null}
          words={t(level === null ? 'microphone.waiting' : level.speechProbability > 0.5 ? 'microphone.speech' : 'microphone.noSpeech')}
        />
      )}
      {start.isError && <CallErrorNote error={start.error} />}
    </div>
  )
}
