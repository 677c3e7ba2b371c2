import { useTranslation } from 'react-i18next'
import { PageTitle } from '../../../ui/page-title'
import { Section } from '../../../ui/section'
import { Skeleton } from '../../../ui/skeleton'
import { useCall } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { useAdult, useMayChange } from '../../use-adult'
import { AppearanceSettings } from './appearance-settings'
import { AuditSettings } from './audit-settings'
import { DataSettings } from './data-settings'
import { HomeLanguageSettings } from './home-language-settings'
import { HoursSettings } from './hours-settings'
import { KeySettings, PasswordSettings } from './key-settings'
import { MicrophoneSettings } from './microphone-settings'
import { TimeSettings } from './time-settings'

/** Everything a family may set, each part under its own heading. */
export function SettingsPage() {
  const { t } = useTranslation('settings')
  const adult = useAdult()
  const mayChange = useMayChange()
  const settings = useCall('settings.get', [])
  return (
    <div className="flex flex-col gap-6">
      <PageTitle>{t('title')}</PageTitle>
      {!mayChange && adult !== null && <p className="text-ink-soft">{t('caregiver')}</p>}
      {settings.isError && <CallErrorNote error={settings.error} />}
      {settings.isPending && <Skeleton className="h-64" />}
      {settings.data !== undefined && (
        <div>
          {mayChange && (
            <>
              <Section title={t('microphone.title')} text={t('microphone.text')}>
                <MicrophoneSettings settings={settings.data} />
              </Section>
              <Section title={t('hours.title')} text={t('hours.text')}>
                <HoursSettings settings={settings.data} />
              </Section>
              <Section title={t('homeLanguage.title')} text={t('homeLanguage.text')}>
                <HomeLanguageSettings settings={settings.data} />
              </Section>
              <Section title={t('appearance.title')} text={t('appearance.text')}>
                <AppearanceSettings settings={settings.data} />
              </Section>
              <Section title={t('time.title')} text={t('time.text')}>
                <TimeSettings settings={settings.data} />
              </Section>
            </>
          )}
          <Section title={t('password.title')} text={t('password.text')}>
            <PasswordSettings />
          </Section>
          {mayChange && (
            <>
              <Section title={t('keys.title')} text={t('keys.text')}>
                <KeySettings mayRenew={adult?.role === 'owner'} />
              </Section>
              <Section title={t('data.title')} text={t('data.text')}>
                <DataSettings />
              </Section>
              <Section title={t('audit.title')} text={t('audit.text')}>
                <AuditSettings />
              </Section>
            </>
          )}
        </div>
      )}
    </div>
  )
}
