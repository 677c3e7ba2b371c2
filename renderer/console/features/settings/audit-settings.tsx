import { ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button'
import { ErrorNote } from '../../../ui/error-note'
import { Skeleton } from '../../../ui/skeleton'
import { useCall, useCommand } from '../../bridge'
import { CallErrorNote } from '../../call-error-note'
import { useFormat } from '../../format/use-format'

const SHOWN = 20

/** The trail of what was done in this household, and the proof that nobody changed it. */
export function AuditSettings() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const recent = useCall('audit.recent', [{ limit: SHOWN }])
  const verify = useCommand('audit.verify')
  const error = recent.error ?? verify.error
  return (
    <div className="flex flex-col gap-5">
      <div>
        <Button
          busy={verify.isPending}
          onClick={() => {
            verify.mutate(undefined)
          }}
        >
          <ShieldCheck aria-hidden size={18} />
          {t('audit.verify')}
        </Button>
      </div>
      {verify.isSuccess && verify.data.firstBroken === null && (
        <p role="status" className="font-semibold text-accent">
          {t('audit.whole', { count: verify.data.entries })}
        </p>
      )}
      {verify.isSuccess && verify.data.firstBroken !== null && (
        <ErrorNote what={t('audit.broken', { number: verify.data.firstBroken })} means={t('audit.brokenMeans')} todo={t('audit.brokenTodo')} />
      )}
      {error !== null && <CallErrorNote error={error} />}
      {recent.isPending && <Skeleton className="h-40" />}
      {recent.data !== undefined && (
        <div className="overflow-x-auto">
          <table className="w-full">
            <caption className="pb-2 text-start font-semibold">{t('audit.recent')}</caption>
            <thead className="text-sm text-ink-soft">
              <tr className="border-b border-line">
                <th scope="col" className="py-1.5 pe-4 text-start font-normal">{t('audit.when')}</th>
                <th scope="col" className="py-1.5 pe-4 text-start font-normal">{t('audit.who')}</th>
                <th scope="col" className="py-1.5 text-start font-normal">{t('audit.what')}</th>
              </tr>
            </thead>
            <tbody>
              {recent.data.map(({ sequence, at, actor, action, detail }) => (
                <tr key={sequence} className="border-b border-line last:border-none">
                  <td className="py-2 pe-4 whitespace-nowrap">{format.dateTime(at)}</td>
                  {/* People by their names, parts of the app in words. */}
                  <td className="py-2 pe-4">{t(`audit.actor.${actor.replaceAll(' ', '-')}`, { defaultValue: actor })}</td>
                  {/* An action without words of its own shows its name, rather than hiding that it happened. */}
                  <td className="py-2">{t(`audit.action.${nameOf(action, detail['purpose'])}`, { defaultValue: action })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

/** The key of an action's words. Consents say what they were for. */
function nameOf(action: string, purpose: unknown): string {
  const name = action.replaceAll('.', '-')
  return purpose === 'voice-enrolment' ? `${name}-voice` : name
}
