import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { ErrorNote } from '../ui/error-note'

interface State {
  readonly broken: boolean
}

/** A mistake in a page must not leave a white window. */
export class CrashBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { broken: false }

  static getDerivedStateFromError(): State {
    return { broken: true }
  }

  override render(): ReactNode {
    return this.state.broken ? <CrashPage /> : this.props.children
  }
}

function CrashPage() {
  const { t } = useTranslation('common')
  return (
    <main className="mx-auto flex max-w-xl flex-col gap-5 p-10">
      <h1 className="font-title text-xl font-medium">{t('crash.title')}</h1>
      <ErrorNote what={t('crash.what')} means={t('crash.means')} todo={t('crash.todo')} />
      <div>
        <Button
          kind="primary"
          onClick={() => {
            location.reload()
          }}
        >
          {t('crash.reload')}
        </Button>
      </div>
    </main>
  )
}
