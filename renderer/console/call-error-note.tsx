import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorCode } from '../../common/ipc/errors'
import { ErrorNote } from '../ui/error-note'
import { CallError } from './bridge'

/** The code of whatever a call threw. */
export function errorCode(error: unknown): ErrorCode {
  return error instanceof CallError ? error.code : 'internal'
}

/** A failed call in the reader's language: what happened, what it means, what to do. */
export function CallErrorNote({ error, children }: { readonly error: unknown; readonly children?: ReactNode }) {
  const { t } = useTranslation('errors')
  const code = errorCode(error)
  return (
    <ErrorNote what={t(`${code}.what`)} means={t(`${code}.means`)} todo={t(`${code}.todo`)}>
      {children}
    </ErrorNote>
  )
}
