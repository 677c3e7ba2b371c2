/** The app's name beside its bird. Not the nest: that one always says what the microphone does. */
export function Wordmark() {
  return (
    <p className="flex items-center gap-2.5">
      <svg aria-hidden width="30" height="30" viewBox="0 0 32 32">
        <path d="M3 27c9-1 17-1 26 1" stroke="var(--nest-wood)" strokeWidth="3" strokeLinecap="round" fill="none" />
        <path d="M5 17C1 15 1 10 3 8c5 0 8 3 9 7z" fill="var(--scene-leaf)" />
        <circle cx="16" cy="15.5" r="10.5" fill="var(--voice-child)" />
        <path d="M25.5 13l6 2.5-6 2.5z" fill="var(--honey)" />
        <circle cx="19.5" cy="13" r="1.7" fill="#2b2a33" />
        <path d="M7 17c4-1.5 8 .5 9 5.5-5 1.5-8.5-1-9-5.5z" fill="var(--paper)" opacity="0.45" />
      </svg>
      <span className="font-title text-lg font-medium">WonderNest</span>
    </p>
  )
}
