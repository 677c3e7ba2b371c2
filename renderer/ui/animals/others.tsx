import { Eyes } from './furry'

const DARK = '#2b2a33'

export function Owl() {
  return (
    <g>
      <path d="M13 12c6 0 11 3 19 3s13-3 19-3c1 5 0 9-1 12 3 4 4 8 4 13 0 13-9 20-22 20S10 50 10 37c0-5 1-9 4-13-1-3-2-7-1-12z" fill="#3f7a70" />
      <path d="M32 40c8 0 13 5 13 10 0 4-6 7-13 7s-13-3-13-7c0-5 5-10 13-10z" fill="#bfd9c9" />
      <circle cx="22.5" cy="31" r="9.5" fill="#f6f0e2" />
      <circle cx="41.5" cy="31" r="9.5" fill="#f6f0e2" />
      <Eyes y={31} apart={8.5} r={3.6} />
      <path d="M28.5 37h7L32 43.5z" fill="#e5a63a" />
    </g>
  )
}

export function Hedgehog() {
  return (
    <g>
      <path
        d="M32 8l4.5 5 6-3 2 6.5 7-.5-1 7 6.5 2.5-3.5 6 5 5-5.5 4 2.5 6.5-6.5 1.5.5 7-7-1L32 58l-11.5-3-6 1 .5-7-6.5-1.5L11 41l-5.5-4 5-5L7 26l6.5-2.5-1-7 7 .5 2-6.5 6 3z"
        fill="#6f5546"
      />
      <path d="M32 23c6-4 17 1 17 13 0 11-8 19-17 19s-17-8-17-19c0-12 11-17 17-13z" fill="#e9cfae" />
      <Eyes y={37} apart={8.5} />
      <ellipse cx="32" cy="44.5" rx="4" ry="3.2" fill={DARK} />
      <ellipse cx="20.5" cy="44" rx="3" ry="2.2" fill="#e5a58f" />
      <ellipse cx="43.5" cy="44" rx="3" ry="2.2" fill="#e5a58f" />
    </g>
  )
}

export function Frog() {
  return (
    <g>
      <circle cx="19" cy="20" r="9" fill="#5c9e4a" />
      <circle cx="45" cy="20" r="9" fill="#5c9e4a" />
      <path d="M32 19c15 0 24 8 24 18 0 11-10 18-24 18S8 48 8 37c0-10 9-18 24-18z" fill="#6bb158" />
      <path d="M12 41c5 4 12 6 20 6s15-2 20-6c-2 9-10 14-20 14s-18-5-20-14z" fill="#d9ecb6" />
      <circle cx="19" cy="20" r="5.5" fill="#f7f6e6" />
      <circle cx="45" cy="20" r="5.5" fill="#f7f6e6" />
      <Eyes y={20} apart={13} r={3} />
      <path d="M17 39c9 5 21 5 30 0" stroke={DARK} strokeWidth="2" strokeLinecap="round" fill="none" />
    </g>
  )
}

export function Whale() {
  return (
    <g>
      <path d="M47 25c-1-5 1-9 5-10 1 2 2 3 4 3.5-1 4-4 7.5-7 8.5z" fill="#2f6f8f" />
      <path d="M49 26c3 1 5 4 4.5 9C53 46 43 54 30 54 16 54 7 46 7 37c0-8 6-13 15-13 11 0 16 9 22 9 3 0 4-3 5-7z" fill="#3d86a8" />
      <path d="M7.5 40c5 3 12 5 19 5 8 0 15-1 20-3-4 8-10 12-17 12-12 0-20-6-22-14z" fill="#dceef2" />
      <circle cx="19" cy="36" r="2.6" fill={DARK} />
      <path d="M20 20c0-4-3-6-6-6M20 20c0-4 3-6 6-6" stroke="#3d86a8" strokeWidth="2.6" strokeLinecap="round" fill="none" />
    </g>
  )
}
