import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { drop } from '../../../../common/assert'
import { Doorway } from '../../shell/doorway'
import { ChildForm } from '../children/child-form'
import { useCommand } from '../../bridge'
import { ConsentStep } from './consent-step'
import { useFirstRun } from './first-run-store'
import { HouseholdStep } from './household-step'
import { RecoveryCodeSheet } from './recovery-code-sheet'
import { WelcomeStep } from './welcome-step'

const COUNTED = ['household', 'code', 'child', 'consent'] as const

/** From nothing to listening: household, recovery code, first child, consent. One question at a time. */
export function FirstRunPage() {
  const { t } = useTranslation('first-run')
  const navigate = useNavigate()
  const { step, recoveryCode, childId, go, showCode, askConsent, finish } = useFirstRun()
  const createChild = useCommand('children.create', ['children.list'])
  const counted = step === 'creating' ? 'household' : step
  const number = COUNTED.findIndex((name) => name === counted) + 1
  const words = number === 0 ? {} : { step: t('step', { number, of: COUNTED.length }) }

  function done() {
    finish()
    drop(navigate({ to: '/' }))
  }

  if (step === 'welcome') {
    return (
      <Doorway key={step} title={t('welcome.title')} text={t('welcome.text')}>
        <WelcomeStep
          onNext={() => {
            go('household')
          }}
        />
      </Doorway>
    )
  }
  if (counted === 'household') {
    return (
      <Doorway key={counted} title={t('household.title')} text={t('household.text')} {...words}>
        <HouseholdStep
          onStart={() => {
            go('creating')
          }}
          onFailed={() => {
            go('household')
          }}
          onCreated={showCode}
        />
      </Doorway>
    )
  }
  if (step === 'code' && recoveryCode !== null) {
    return (
      <Doorway key={step} title={t('code.title')} text={t('code.text')} {...words}>
        <RecoveryCodeSheet
          recoveryCode={recoveryCode}
          onConfirmed={() => {
            go('child')
          }}
        />
      </Doorway>
    )
  }
  if (step === 'consent' && childId !== null) {
    return (
      <Doorway key={step} title={t('consent.title')} text={t('consent.text')} {...words}>
        <ConsentStep childId={childId} onDone={done} />
      </Doorway>
    )
  }
  return (
    <Doorway key="child" title={t('child.title')} text={t('child.text')} {...words}>
      <ChildForm
        submitLabel={t('common:next')}
        busy={createChild.isPending}
        error={createChild.error}
        onSubmit={(child) => {
          createChild.mutate(child, {
            onSuccess: ({ id }) => {
              askConsent(id)
            },
          })
        }}
      />
    </Doorway>
  )
}
