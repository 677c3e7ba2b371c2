import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button'
import { PasswordField } from '../../../ui/field'
import { PageTitle } from '../../../ui/page-title'
import { useCall, useCommand } from '../../bridge'
import { CallErrorNote, errorCode } from '../../call-error-note'
import { useWait } from '../../use-wait'
import { WaitNote } from '../../wait-note'

/** The small window at the parents' door: an adult's password ends the child's place. */
export function KioskExitPage() {
  const { t } = useTranslation('kiosk-exit')
  const [password, setPassword] = useState('')
  const state = useCall('app.state', [])
  const wait = useWait(state.data !== undefined && 'retryAt' in state.data ? state.data.retryAt : null)
  const exit = useCommand('kiosk.exit', ['app.state'])
  const { mutate: cancel } = useCommand('kiosk.cancelExit')

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') cancel(undefined)
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  }, [cancel])

  function submit(event: FormEvent) {
    event.preventDefault()
    if (exit.isPending || wait.secondsLeft > 0 || password === '') return
    exit.mutate(
      { password },
      {
        onError: (error) => {
          wait.after(error)
          setPassword('')
        },
      },
    )
  }

  return (
    <main className="flex min-h-dvh flex-col justify-center gap-5 border border-line bg-card p-8">
      <PageTitle>{t('title')}</PageTitle>
      <p className="text-base text-ink-soft">{t('text')}</p>
      <form className="flex flex-col gap-4" onSubmit={submit}>
        <PasswordField
          label={t('sign-in:password')}
          showLabel={t('sign-in:showPassword')}
          hideLabel={t('sign-in:hidePassword')}
          autoComplete="off"
          value={password}
          onChange={(event) => {
            setPassword(event.target.value)
          }}
        />
        {/* The window is small: while one has to wait, the first sentence is enough. */}
        {exit.isError &&
          (wait.secondsLeft === 0 ? (
            <CallErrorNote error={exit.error} />
          ) : (
            <p role="alert" className="font-semibold text-brick-ink">
              {t(`errors:${errorCode(exit.error)}.what`)}
            </p>
          ))}
        <WaitNote secondsLeft={wait.secondsLeft} />
        <div className="flex flex-wrap justify-end gap-3">
          <Button
            onClick={() => {
              cancel(undefined)
            }}
          >
            {t('cancel')}
          </Button>
          <Button type="submit" kind="primary" busy={exit.isPending} disabled={wait.secondsLeft > 0}>
            {t('leave')}
          </Button>
        </div>
      </form>
    </main>
  )
}
