import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'

export interface ChartHeadingProps {
  /** For the section's `aria-labelledby`. */
  readonly id: string
  readonly title: string
  readonly asTable: boolean
  readonly onToggle: (asTable: boolean) => void
}

/** The heading over a chart, with the button that turns picture into table and back. */
export function ChartHeading({ id, title, asTable, onToggle }: ChartHeadingProps) {
  const { t } = useTranslation('speech')
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      <Button
        kind="quiet"
        small
        onClick={() => {
          onToggle(!asTable)
        }}
      >
        {t(asTable ? 'view.picture' : 'view.table')}
      </Button>
    </div>
  )
}
