import { useId } from 'react'
import { VoiceTextures } from './textures'

export interface ShareBarPart {
  readonly key: string
  readonly label: string
  /** The part's size in words, such as "12 %, 40 min". */
  readonly size: string
  /** 0 to 1; all parts together 1. */
  readonly share: number
  /** CSS colour, or a texture of the bar's {@link VoiceTextures}, whose id it is given. */
  readonly fill: (texturesId: string) => string
}

export interface ShareBarProps {
  /** What is divided, for those who do not see it. */
  readonly name: string
  readonly parts: readonly ShareBarPart[]
}

/** One bar cut into its shares, each by colour and texture, and the list that names them in the same order. */
export function ShareBar({ name, parts }: ShareBarProps) {
  const id = useId()
  const shown = parts.filter(({ share }) => share > 0)
  return (
    <div className="flex flex-col gap-3" data-part="shares">
      <svg width={0} height={0} aria-hidden="true" className="absolute">
        <VoiceTextures id={id} />
      </svg>
      <div aria-hidden="true" className="flex h-5 w-full gap-0.5 overflow-hidden rounded-full">
        {shown.map(({ key, share, fill }) => (
          // A part that is there is seen, however small.
          <Filled key={key} fill={fill(id)} style={{ flexGrow: share, flexBasis: 0, minWidth: 3 }} />
        ))}
      </div>
      <ul aria-label={name} className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {shown.map(({ key, label, size, fill }) => (
          <li key={key} className="inline-flex items-center gap-2">
            <Filled fill={fill(id)} className="size-3.5 shrink-0 rounded-sm" />
            {label}
            <span className="text-ink-soft">{size}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface FilledProps {
  readonly fill: string
  readonly className?: string
  readonly style?: React.CSSProperties
}

function Filled({ fill, ...rest }: FilledProps) {
  return (
    <svg {...rest} aria-hidden="true" height="100%">
      <rect width="100%" height="100%" fill={fill} />
    </svg>
  )
}
