import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Adult } from '../../../../common/household'
import { Button } from '../../../ui/button'
import { PasswordField } from '../../../ui/field'
import { RadioCards } from '../../../ui/radio-cards'
import { useCommand } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { Doorway } from '../../shell/doorway'
import { useWait } from '../../use-wait'
import { WaitNote } from '../../wait-note'

export interface SignInPageProps {
  readonly adults: readonly Adult[]
  readonly retryAt: number | null
}

/** Who is there, and the password. Wrong tries make the next one wait. */
export function SignInPage({ adults, retryAt }: SignInPageProps) {
  const { t } = useTranslation('sign-in')
  const [adultId, setAdultId] = useState(adults[0]?.id ?? '')
  const [password, setPassword] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const wait = useWait(retryAt)
  const signIn = useCommand('session.signIn', ['app.state'])
  const only = adults.length === 1 ? adults[0] : undefined

  function submit(event: FormEvent) {
    event.preventDefault()
    if (signIn.isPending || wait.secondsLeft > 0 || password === '') return
    signIn.mutate(
      { adultId, password },
      {
        onError: (error) => {
          wait.after(error)
          setPassword('')
          field.current?.focus()
        },
      },
    )
  }

  return (
    <Doorway title={only === undefined ? t('title') : t('titleOne', { name: only.name })} text={t('text')}>
      <form className="flex flex-col gap-5" onSubmit={submit}>
        {only === undefined && (
          <RadioCards
            label={t('who')}
            value={adultId}
            onChange={setAdultId}
            options={adults.map(({ id, name, role }) => ({
              value: id,
              content: (
                <span>
                  <span className="block text-base font-semibold">{name}</span>
                  <span className="block text-sm text-ink-soft">{t(`role.${role}`)}</span>
                </span>
              ),
            }))}
          />
        )}
        <PasswordField
          ref={field}
          label={t('password')}
          showLabel={t('showPassword')}
          hideLabel={t('hidePassword')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => {
            setPassword(event.target.value)
          }}
        />
        {signIn.isError && <CallErrorNote error={signIn.error} />}
        <WaitNote secondsLeft={wait.secondsLeft} />
        <div>
          <Button type="submit" kind="primary" busy={signIn.isPending} disabled={wait.secondsLeft > 0}>
            {t('signIn')}
          </Button>
        </div>
      </form>
    </Doorway>
  )
}
