import { type Texture, VOICES, VOICE_LOOKS, type Voice } from './voices'

/** The fill of a voice in a drawing that holds {@link VoiceTextures} of the same `id`. */
export function voiceFill(id: string, voice: Voice): string {
  return VOICE_LOOKS[voice].texture === 'plain' ? VOICE_LOOKS[voice].colour : `url(#${id}-${voice})`
}

export function hatchFill(id: string): string {
  return `url(#${id}-hatch)`
}

/** Definitions of every voice's texture and of the hatching that means "not heard". */
export function VoiceTextures({ id }: { readonly id: string }) {
  return (
    <defs>
      {VOICES.map((voice) => (
        <pattern key={voice} id={`${id}-${voice}`} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" fill={VOICE_LOOKS[voice].colour} />
          <Marks {...VOICE_LOOKS[voice]} />
        </pattern>
      ))}
      <pattern id={`${id}-hatch`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="2" height="7" fill="var(--ink-soft)" opacity="0.45" />
      </pattern>
    </defs>
  )
}

function Marks({ texture, marks = 'var(--card)' }: { readonly texture: Texture; readonly marks?: string }) {
  const paint = { fill: marks, opacity: 0.55 }
  switch (texture) {
    case 'plain':
      return null
    case 'dots':
      return <circle cx="3" cy="3" r="1.3" {...paint} />
    case 'stripes':
      return <path d="M0 6L6 0h-2L0 4zM6 6V4L4 6z" {...paint} />
    case 'bars':
      return <rect y="2" width="6" height="1.4" {...paint} />
    case 'checks':
      return <path d="M0 0h3v3H0zM3 3h3v3H3z" {...paint} />
    case 'crosses':
      return <path d="M2.4 0.6h1.2v1.8h1.8v1.2H3.6v1.8H2.4V3.6H0.6V2.4h1.8z" {...paint} />
  }
}
