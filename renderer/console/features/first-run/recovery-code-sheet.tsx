import { Printer } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button'
import { TextField } from '../../../ui/field'
import { useCommand } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { codeGroups, isLastGroup } from './code-groups'

export interface RecoveryCodeSheetProps {
  readonly recoveryCode: string
  readonly onConfirmed: () => void
}

/** The code, once: printed or written down, and proved by typing its last group. */
export function RecoveryCodeSheet({ recoveryCode, onConfirmed }: RecoveryCodeSheetProps) {
  const { t } = useTranslation('first-run')
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState(false)
  const print = useCommand('recovery.print')
  const confirm = useCommand('recovery.confirmSaved', ['app.state', 'data.info'])
  const right = isLastGroup(recoveryCode, typed)

  function submit(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    if (!right || confirm.isPending) return
    confirm.mutate(undefined, { onSuccess: onConfirmed })
  }

  return (
    <form className="flex flex-col gap-6" onSubmit={submit}>
      <div className="flex flex-col items-start gap-4 rounded-card border border-dashed border-edge bg-card p-6">
        <p aria-label={t('code.label')} role="group" className="grid grid-cols-3 gap-x-8 gap-y-2 text-lg font-semibold tracking-[0.12em] select-all">
          {codeGroups(recoveryCode).map((group, index) => (
            // Groups keep their place; two may be the same.
            <span key={index}>{group}</span>
          ))}
        </p>
        <Button
          busy={print.isPending}
          onClick={() => {
            print.mutate({ recoveryCode })
          }}
        >
          <Printer aria-hidden size={20} />
          {t('code.print')}
        </Button>
        {print.isSuccess && !print.data.printed && <p className="text-sm text-ink-soft">{t('code.notPrinted')}</p>}
        {print.isError && <CallErrorNote error={print.error} />}
      </div>
      <TextField
        label={t('code.lastGroup')}
        hint={t('code.lastGroupHint')}
        error={asked && !right ? t('code.lastGroupWrong') : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={12}
        className="max-w-64"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
        }}
      />
      {confirm.isError && <CallErrorNote error={confirm.error} />}
      <div>
        <Button type="submit" kind="primary" busy={confirm.isPending}>
          {t('code.confirm')}
        </Button>
      </div>
    </form>
  )
}
