import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppState } from '../../../../common/app-state'
import { Button } from '../../../ui/button'
import { PasswordField, TextField } from '../../../ui/field'
import { RadioCards } from '../../../ui/radio-cards'
import { useCommand } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { NewPasswordField, isLongEnough } from '../../new-password-field'
import { Doorway } from '../../shell/doorway'
import { useWait } from '../../use-wait'
import { WaitNote } from '../../wait-note'

type Locked = Extract<AppState, { stage: 'vault-locked' }>

const WAYS = ['password', 'code'] as const
type Way = (typeof WAYS)[number]

/** No keychain opened the family's file: a password or the printed code does. */
export function VaultLockedPage({ keychain, retryAt }: Pick<Locked, 'keychain' | 'retryAt'>) {
  const { t } = useTranslation('sign-in')
  const [way, setWay] = useState<Way>('password')
  return (
    <Doorway title={t('locked.title')} text={t(`locked.keychain.${keychain}`)}>
      <RadioCards
        label={t('locked.how')}
        value={way}
        onChange={setWay}
        options={WAYS.map((value) => ({ value, content: t(`locked.way.${value}`) }))}
      />
      {way === 'password' ? <PasswordForm retryAt={retryAt} /> : <CodeForm retryAt={retryAt} />}
    </Doorway>
  )
}

function PasswordForm({ retryAt }: { readonly retryAt: number | null }) {
  const { t } = useTranslation('sign-in')
  const [password, setPassword] = useState('')
  const wait = useWait(retryAt)
  const unlock = useCommand('session.unlock', ['app.state'])

  function submit(event: FormEvent) {
    event.preventDefault()
    if (unlock.isPending || wait.secondsLeft > 0 || password === '') return
    unlock.mutate({ password }, { onError: wait.after })
  }

  return (
    <form className="flex flex-col gap-5" onSubmit={submit}>
      <PasswordField
        label={t('password')}
        hint={t('locked.anyAdult')}
        showLabel={t('showPassword')}
        hideLabel={t('hidePassword')}
        autoComplete="current-password"
        value={password}
        onChange={(event) => {
          setPassword(event.target.value)
        }}
      />
      {unlock.isError && <CallErrorNote error={unlock.error} />}
      <WaitNote secondsLeft={wait.secondsLeft} />
      <div>
        <Button type="submit" kind="primary" busy={unlock.isPending} disabled={wait.secondsLeft > 0}>
          {t('locked.open')}
        </Button>
      </div>
    </form>
  )
}

function CodeForm({ retryAt }: { readonly retryAt: number | null }) {
  const { t } = useTranslation('sign-in')
  const [recoveryCode, setRecoveryCode] = useState('')
  const [newPassword, setNewPassword] = useState('')
  const [asked, setAsked] = useState(false)
  const wait = useWait(retryAt)
  const recover = useCommand('session.recover', ['app.state'])

  function submit(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    if (recover.isPending || wait.secondsLeft > 0 || recoveryCode.trim() === '' || !isLongEnough(newPassword)) return
    recover.mutate({ recoveryCode: recoveryCode.trim(), newPassword }, { onError: wait.after })
  }

  return (
    <form className="flex flex-col gap-5" onSubmit={submit}>
      <TextField
        label={t('locked.code')}
        hint={t('locked.codeHint')}
        error={asked && recoveryCode.trim() === '' ? t('locked.codeMissing') : undefined}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={recoveryCode}
        onChange={(event) => {
          setRecoveryCode(event.target.value)
        }}
      />
      <NewPasswordField label={t('locked.newPassword')} value={newPassword} onChange={setNewPassword} asked={asked} />
      {recover.isError && <CallErrorNote error={recover.error} />}
      <WaitNote secondsLeft={wait.secondsLeft} />
      <div>
        <Button type="submit" kind="primary" busy={recover.isPending} disabled={wait.secondsLeft > 0}>
          {t('locked.open')}
        </Button>
      </div>
    </form>
  )
}
