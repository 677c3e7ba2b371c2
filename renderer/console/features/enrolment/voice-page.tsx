import { Link } from '@tanstack/react-router'
import { ArrowLeft, Binary, House, UsersRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ConsentRecord } from '../../../../common/consent'
import type { Child } from '../../../../common/household'
import type { EnrolledVoice, EnrolmentRun } from '../../../../common/voice-enrolment'
import { AnimalPicture } from '../../../ui/animals/animal-picture'
import { buttonClass } from '../../../ui/button'
import { EmptyState } from '../../../ui/empty-state'
import { PageTitle } from '../../../ui/page-title'
import { Section } from '../../../ui/section'
import { Skeleton } from '../../../ui/skeleton'
import { useCall } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { useMayChange } from '../../use-adult'
import { type Situation, situationOf } from './situation'
import { useEndOnLeave, useEnrolment } from './use-enrolment'
import { AskConsent, GivenConsent } from './voice-consent'
import { VoicePart } from './voice-part'

const POINTS = [
  { name: 'use', icon: UsersRound },
  { name: 'kept', icon: Binary },
  { name: 'stays', icon: House },
] as const

/** One child's voice: what it is good for, what is kept, the agreement to it, and the voice itself. */
export function VoicePage({ childId }: { readonly childId: string }) {
  const list = useCall('children.list', [{ includeArchived: false }])
  const child = list.data?.find(({ id }) => id === childId)
  if (list.isError) return <CallErrorNote error={list.error} />
  if (list.data === undefined) return <Skeleton className="h-64" />
  return child === undefined ? <NobodyHere /> : <ChildVoice child={child} children={list.data} />
}

function ChildVoice({ child, children }: { readonly child: Child; readonly children: readonly Child[] }) {
  const { t } = useTranslation('enrolment')
  const mayChange = useMayChange()
  const overview = useEnrolment()
  const consents = useCall('consent.list', [{ childId: child.id }])
  const status = useCall('listening.status', [])
  const devices = useCall('listening.devices', [], { enabled: mayChange })
  useEndOnLeave(overview.data, child.id)
  const error = overview.error ?? consents.error ?? status.error
  const consent = consents.data?.find(({ purpose, withdrawnAt }) => purpose === 'voice-enrolment' && withdrawnAt === null)
  const counted = status.data?.childrenCounted ?? null
  const voice = overview.data?.voices.find(({ childId }) => childId === child.id) ?? null
  return (
    <div className="flex max-w-5xl flex-col gap-6">
      <div className="flex flex-col gap-2">
        <BackLink />
        <PageTitle>{t('title', { name: child.name })}</PageTitle>
        {overview.data !== undefined && <Answer child={child} voice={voice} isOnlyChild={children.length < 2} />}
        {counted !== null && children.length > 1 && <p className="max-w-3xl text-ink-soft">{t(`counted.${counted}`)}</p>}
      </div>
      {error !== null && <CallErrorNote error={error} />}
      {overview.data === undefined || consents.data === undefined || status.data === undefined ? (
        error === null && <Skeleton className="h-64" />
      ) : (
        <Parts
          child={child}
          children={children}
          consent={consent}
          voice={voice}
          run={overview.data.run}
          situation={situationOf({
            childId: child.id,
            children: children.length,
            hasModel: overview.data.hasModel,
            microphones: devices.data?.length ?? null,
            listening: status.data.state,
            consentStands: consent !== undefined,
            voice,
            run: overview.data.run,
          })}
        />
      )}
    </div>
  )
}

interface PartsProps {
  readonly child: Child
  readonly children: readonly Child[]
  readonly consent: ConsentRecord | undefined
  readonly voice: EnrolledVoice | null
  readonly run: EnrolmentRun
  readonly situation: Situation
}

function Parts({ child, children, consent, voice, run, situation }: PartsProps) {
  const { t } = useTranslation('enrolment')
  return (
    <div>
      <Section title={t('about.title')}>
        <ul className="flex max-w-2xl flex-col gap-4">
          {POINTS.map(({ name, icon: Icon }) => (
            <li key={name} className="flex gap-4">
              <Icon aria-hidden size={24} className="mt-0.5 shrink-0 text-accent" />
              <span>{t(`about.${name}`, { name: child.name })}</span>
            </li>
          ))}
        </ul>
      </Section>
      {situation !== 'only-child' && (
        <Section title={t('consent.section')} text={t('consent.sectionText')}>
          {consent === undefined ? <AskConsent child={child} /> : <GivenConsent child={child} record={consent} />}
        </Section>
      )}
      {situation !== 'only-child' && situation !== 'consent' && (
        <Section title={t('voice.section')} text={t('voice.sectionText')}>
          <VoicePart child={child} children={children} situation={situation} voice={voice} run={run} />
        </Section>
      )}
    </div>
  )
}

/** The page's question, answered in a sentence. */
function Answer({ child, voice, isOnlyChild }: { readonly child: Child; readonly voice: EnrolledVoice | null; readonly isOnlyChild: boolean }) {
  const { t } = useTranslation('enrolment')
  const answer = voice === null ? (isOnlyChild ? 'onlyChild' : 'unknown') : voice.isCurrent ? 'known' : 'outdated'
  return (
    <p data-part="answer" className="max-w-3xl text-lg">
      {t(`answer.${answer}`, { name: child.name })}
    </p>
  )
}

function BackLink() {
  const { t } = useTranslation('enrolment')
  return (
    <Link to="/children" className={`${buttonClass('quiet', true)} -ms-3 self-start text-ink-soft`}>
      <ArrowLeft aria-hidden size={16} className="rtl:rotate-180" />
      {t('back')}
    </Link>
  )
}

/** The address names a child that is archived or unknown. */
function NobodyHere() {
  const { t } = useTranslation('enrolment')
  return (
    <div className="flex flex-col gap-2">
      <BackLink />
      <PageTitle>{t('nobody.title')}</PageTitle>
      <EmptyState drawing={<AnimalPicture animal="owl" size={144} />} sentence={t('nobody.sentence')} />
    </div>
  )
}
