export type NestMood = 'listening' | 'paused' | 'lost' | 'off'

/** A small nest on a twig: a bird that listens with its head up, sleeps, looks around for the sound, or is out. */
export function CornerNest({ mood }: { readonly mood: NestMood }) {
  return (
    <svg viewBox="0 0 160 150" aria-hidden="true">
      <path d="M160 96c-40 6-92 12-146 30 54-8 100-10 146-8z" fill="#8a5a3b" />
      <path d="M20 122c-10-10-11-18-8-26 10 4 15 13 14 25z" fill="#4fa67a" />
      <path d="M34 130c-8 8-16 9-23 6 4-9 12-13 22-11z" fill="#3f8f6b" />
      {mood === 'off' ? null : <Bird mood={mood} />}
      <path d="M38 84c4 34 22 50 48 50s45-16 49-50c-30 8-68 8-97 0z" fill="#c99a5b" />
      <path d="M42 101c28 10 62 10 89 0-1 4-2 8-4 11-25 8-56 8-81 0-2-3-3-7-4-11z" fill="#b5834a" />
      <path d="M33 80c10-5 94-6 107 0 4 3 3 9-1 10-30 8-76 8-105 0-4-2-5-7-1-10z" fill="#e0b878" />
    </svg>
  )
}

function Bird({ mood }: { readonly mood: Exclude<NestMood, 'off'> }) {
  if (mood === 'paused') {
    return (
      <g className="breath">
        <path d="M50 88c-2-22 14-36 36-36s38 14 36 36z" fill="#5a7fa6" />
        <path d="M66 88c0-12 9-19 21-19s20 7 20 19z" fill="#7fa3c6" />
        <path d="M66 70q6 6 12 0M94 70q6 6 12 0" fill="none" stroke="#23313a" strokeWidth="3.5" strokeLinecap="round" />
        <path d="M82 76h9l-4.500 7z" fill="#f2a65a" />
      </g>
    )
  }
  return (
    <g className="nod">
      <path d="M54 90c-4-40 8-68 32-68s37 28 33 68z" fill="#5a7fa6" />
      <path d="M67 90c-1-20 6-32 20-32s20 12 19 32z" fill="#7fa3c6" />
      <path d="M80 25c0-9 4-14 10-16-1 6-1 11 1 15zM88 26c3-7 8-10 13-9-3 4-5 8-6 12z" fill="#48688a" />
      <circle cx="73" cy="46" r="9" fill="#fffaf0" />
      <circle cx="100" cy="46" r="9" fill="#fffaf0" />
      <circle cx={mood === 'lost' ? 77 : 73} cy={mood === 'lost' ? 42 : 46} r="4.600" fill="#23313a" />
      <circle cx={mood === 'lost' ? 104 : 100} cy={mood === 'lost' ? 42 : 46} r="4.600" fill="#23313a" />
      <path d={mood === 'lost' ? 'M80 58q7-6 14 0l-7 5z' : 'M79 54h15l-7.500 13z'} fill="#f2a65a" />
    </g>
  )
}
