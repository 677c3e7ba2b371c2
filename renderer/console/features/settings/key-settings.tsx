import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button'
import { Dialog, DialogActions } from '../../../ui/dialog'
import { PasswordField } from '../../../ui/field'
import { Skeleton } from '../../../ui/skeleton'
import { useCall, useCommand } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { useFormat } from '../../format/use-format'
import { NewPasswordField, isLongEnough } from '../../new-password-field'
import { useToasts } from '../../shell/toasts'
import { useWait } from '../../use-wait'
import { WaitNote } from '../../wait-note'
import { RenewCode } from '../first-run/renew-code-page'
import { Facts } from './facts'

/** What opens the family's file, and making a new recovery code. */
export function KeySettings({ mayRenew }: { readonly mayRenew: boolean }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const info = useCall('data.info', [])
  const [renewing, setRenewing] = useState(false)
  if (info.isError) return <CallErrorNote error={info.error} />
  if (info.data === undefined) return <Skeleton className="h-24" />
  const { keychain, passwordWraps, recoveryCodeCreatedAt } = info.data
  return (
    <div className="flex flex-col gap-5">
      <Facts
        facts={[
          {
            name: t('keys.keychain'),
            value: keychain.available ? t('keys.keychainYes', { backend: keychain.backend }) : t('keys.keychainNo'),
          },
          { name: t('keys.passwords'), value: t('keys.passwordCount', { count: passwordWraps }) },
          {
            name: t('keys.code'),
            value: recoveryCodeCreatedAt === null ? t('keys.codeNone') : t('keys.codeMade', { date: format.date(recoveryCodeCreatedAt) }),
          },
        ]}
      />
      {mayRenew && (
        <div>
          <Button
            onClick={() => {
              setRenewing(true)
            }}
          >
            {t('keys.renew')}
          </Button>
        </div>
      )}
      <Dialog
        open={renewing}
        onOpenChange={setRenewing}
        title={t('keys.renewTitle')}
        description={t('keys.renewText')}
        closeLabel={t('common:close')}
      >
        <RenewCode
          onConfirmed={() => {
            setRenewing(false)
          }}
        />
      </Dialog>
    </div>
  )
}

/** The signed-in adult's own password. */
export function PasswordSettings() {
  const { t } = useTranslation('settings')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true)
        }}
      >
        {t('password.change')}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('password.change')} closeLabel={t('common:close')}>
        <ChangePassword
          onDone={() => {
            setOpen(false)
          }}
        />
      </Dialog>
    </>
  )
}

function ChangePassword({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('settings')
  const [currentPassword, setCurrentPassword] = useState('')
  const [newPassword, setNewPassword] = useState('')
  const [asked, setAsked] = useState(false)
  const show = useToasts((toasts) => toasts.show)
  const wait = useWait(null)
  const change = useCommand('session.changePassword', ['data.info'])

  function submit(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    if (change.isPending || wait.secondsLeft > 0 || currentPassword === '' || !isLongEnough(newPassword)) return
    change.mutate(
      { currentPassword, newPassword },
      {
        onError: wait.after,
        onSuccess: () => {
          show({ message: t('password.changed') })
          onDone()
        },
      },
    )
  }

  return (
    <form className="flex flex-col gap-5" noValidate onSubmit={submit}>
      <PasswordField
        label={t('password.current')}
        error={asked && currentPassword === '' ? t('password.currentMissing') : undefined}
        showLabel={t('sign-in:showPassword')}
        hideLabel={t('sign-in:hidePassword')}
        autoComplete="current-password"
        value={currentPassword}
        onChange={(event) => {
          setCurrentPassword(event.target.value)
        }}
      />
      <NewPasswordField label={t('password.new')} value={newPassword} onChange={setNewPassword} asked={asked} />
      {change.isError && <CallErrorNote error={change.error} />}
      <WaitNote secondsLeft={wait.secondsLeft} />
      <DialogActions>
        <Button onClick={onDone}>{t('common:cancel')}</Button>
        <Button type="submit" kind="primary" busy={change.isPending} disabled={wait.secondsLeft > 0}>
          {t('password.change')}
        </Button>
      </DialogActions>
    </form>
  )
}
