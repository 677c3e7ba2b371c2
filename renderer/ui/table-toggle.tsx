import { ChartNoAxesColumn, Table } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from './button'

export interface TableToggleProps {
  readonly picture: ReactNode
  readonly table: ReactNode
  readonly toTable: string
  readonly toPicture: string
}

/** One button turns a picture into its table and back. */
export function TableToggle({ picture, table, toTable, toPicture }: TableToggleProps) {
  const [asTable, setAsTable] = useState(false)
  const Icon = asTable ? ChartNoAxesColumn : Table
  return (
    <div className="flex flex-col gap-2">
      {asTable ? table : picture}
      <div className="flex justify-end">
        <Button
          kind="quiet"
          small
          onClick={() => {
            setAsTable(!asTable)
          }}
        >
          <Icon aria-hidden size={16} />
          {asTable ? toPicture : toTable}
        </Button>
      </div>
    </div>
  )
}
