/** An evening branch with a nest, for the pages before the house is open. Decoration. */
export function BranchScene({ className }: { readonly className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 480 800" preserveAspectRatio="xMidYMax slice" className={className}>
      <rect width="480" height="800" fill="var(--scene-sky)" />
      <circle cx="352" cy="178" r="62" fill="var(--scene-sun)" />
      <path d="M0 566c80-66 190-76 268-30s144 34 212-22v286H0z" fill="var(--scene-hill-far)" />
      <path d="M0 672c96-70 206-40 300-12s140 8 180-20v160H0z" fill="var(--scene-hill-near)" />
      <path d="M-10 800V-60h52c-2 120 2 240 10 300 4 84 14 140 40 170 60 10 142 6 244-34 12-4 20 12 8 20-92 56-176 74-256 72-10 90-4 200 20 332z" fill="var(--nest-wood)" />
      <path d="M-10 800V-60h16c-2 120 0 220 6 300 14 190 18 370-2 560z" fill="var(--nest-twig)" />
      <g fill="var(--scene-leaf)">
        <path d="M330 384c12-30 40-42 70-38-8 30-36 46-70 38z" />
        <path d="M346 400c26-8 50 2 64 26-28 10-52 0-64-26z" fill="color-mix(in srgb, var(--scene-leaf) 78%, var(--scene-sky))" />
        <path d="M120 408c-6-30 8-54 34-66 10 28-4 54-34 66z" />
        <path d="M46 236c-44-16-66-64-52-118 62 10 92 58 52 118z" fill="color-mix(in srgb, var(--scene-leaf) 78%, var(--scene-sky))" />
        <path d="M34 250c6-66 56-108 122-104 2 68-52 112-122 104z" />
      </g>
      <circle cx="240" cy="350" r="26" fill="var(--voice-child)" />
      <path d="M263 345l18 6-18 6z" fill="var(--honey)" />
      <circle cx="249" cy="344" r="3.4" fill="#2b2a33" />
      <circle cx="198" cy="358" r="16" fill="var(--honey)" />
      <circle cx="204" cy="353" r="2.6" fill="#2b2a33" />
      <path d="M158 372c0-5 4-8 9-8h118c5 0 9 3 9 8 0 34-30 58-68 58s-68-24-68-58z" fill="var(--nest-twig)" />
      <path d="M170 384c34 12 78 12 112 0M178 402c30 10 66 10 96 0M194 418c20 6 44 6 64 0" stroke="var(--nest-wood)" strokeWidth="5" strokeLinecap="round" fill="none" />
    </svg>
  )
}
