import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button'
import { PasswordField } from '../../../ui/field'
import { useCommand } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { Doorway } from '../../shell/doorway'
import { useWait } from '../../use-wait'
import { WaitNote } from '../../wait-note'
import { useFreshCode } from './fresh-code-store'
import { RecoveryCodeSheet } from './recovery-code-sheet'

/** An earlier session ended before the code was on paper; nobody knows it now, so there is a new one. */
export function RenewCodePage() {
  const { t } = useTranslation('first-run')
  const signOut = useCommand('session.signOut', ['app.state'])
  return (
    <Doorway title={t('renew.title')} text={t('renew.text')}>
      <RenewCode onConfirmed={() => undefined} />
      <div>
        <Button
          kind="quiet"
          onClick={() => {
            signOut.mutate(undefined)
          }}
        >
          {t('shell:signOut')}
        </Button>
      </div>
    </Doorway>
  )
}

/** Password, then the new code with its proof. */
export function RenewCode({ onConfirmed }: { readonly onConfirmed: () => void }) {
  const { t } = useTranslation('first-run')
  const [password, setPassword] = useState('')
  const wait = useWait(null)
  const renew = useCommand('recovery.renew')
  const { recoveryCode, show, forget } = useFreshCode()

  if (recoveryCode !== null) {
    return (
      <RecoveryCodeSheet
        recoveryCode={recoveryCode}
        onConfirmed={() => {
          forget()
          onConfirmed()
        }}
      />
    )
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (renew.isPending || wait.secondsLeft > 0 || password === '') return
    // The promise, not the callbacks: they are dropped when another page takes this one's place.
    renew.mutateAsync({ password }).then((made) => {
      show(made.recoveryCode)
    }, wait.after)
  }

  return (
    <form className="flex flex-col gap-5" onSubmit={submit}>
      <PasswordField
        label={t('renew.password')}
        showLabel={t('sign-in:showPassword')}
        hideLabel={t('sign-in:hidePassword')}
        autoComplete="current-password"
        value={password}
        onChange={(event) => {
          setPassword(event.target.value)
        }}
      />
      {renew.isError && <CallErrorNote error={renew.error} />}
      <WaitNote secondsLeft={wait.secondsLeft} />
      <div>
        <Button type="submit" kind="primary" busy={renew.isPending} disabled={wait.secondsLeft > 0}>
          {t('renew.make')}
        </Button>
      </div>
    </form>
  )
}
