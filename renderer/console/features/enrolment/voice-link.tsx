import { Link } from '@tanstack/react-router'
import { AudioLines } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Child } from '../../../../common/household'
import { buttonClass } from '../../../ui/button'

/** To the page of a child's voice. */
export function VoiceLink({ child }: { readonly child: Child }) {
  const { t } = useTranslation('enrolment')
  return (
    <Link
      to="/children/$childId/voice"
      params={{ childId: child.id }}
      aria-label={t('linkName', { name: child.name })}
      className={buttonClass('quiet', true)}
    >
      <AudioLines aria-hidden size={16} />
      {t('link')}
    </Link>
  )
}
