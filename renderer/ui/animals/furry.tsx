const DARK = '#2b2a33'

/** Two dots; every animal looks the same way. */
export function Eyes({ y, apart, r = 2.6 }: { readonly y: number; readonly apart: number; readonly r?: number }) {
  return (
    <g fill={DARK}>
      <circle cx={32 - apart} cy={y} r={r} />
      <circle cx={32 + apart} cy={y} r={r} />
    </g>
  )
}

export function Fox() {
  return (
    <g>
      <path d="M11 12c7 1 13 6 16 13H14c-4-4-5-9-3-13zM53 12c-7 1-13 6-16 13h13c4-4 5-9 3-13z" fill="#d9662a" />
      <path d="M15 17c3 1 6 4 8 8h-7c-2-2-2-5-1-8zM49 17c-3 1-6 4-8 8h7c2-2 2-5 1-8z" fill="#5a3324" />
      <path d="M32 20c14 0 22 8 22 16 0 9-12 20-22 20S10 45 10 36c0-8 8-16 22-16z" fill="#e67a3a" />
      <path d="M10.5 37C18 36 27 41 32 51c5-10 14-15 21.5-14C53 46 41.5 56 32 56S11 46 10.5 37z" fill="#fff6ea" />
      <Eyes y={36} apart={9} />
      <ellipse cx="32" cy="50" rx="3.6" ry="2.7" fill={DARK} />
    </g>
  )
}

export function Bear() {
  return (
    <g>
      <circle cx="16" cy="19" r="8" fill="#8a5a3a" />
      <circle cx="48" cy="19" r="8" fill="#8a5a3a" />
      <circle cx="16" cy="19" r="4" fill="#c79a73" />
      <circle cx="48" cy="19" r="4" fill="#c79a73" />
      <path d="M32 13c14 0 22 9 22 21S44 55 32 55 10 46 10 34s8-21 22-21z" fill="#9c6a45" />
      <ellipse cx="32" cy="43" rx="11" ry="9" fill="#e2c19b" />
      <Eyes y={32} apart={10} />
      <ellipse cx="32" cy="39.5" rx="4" ry="2.8" fill={DARK} />
      <path d="M32 42v3.5" stroke={DARK} strokeWidth="1.6" strokeLinecap="round" />
    </g>
  )
}

export function Rabbit() {
  return (
    <g>
      <path d="M22 30C15 22 14 8 20 5c6-2 9 9 9 22zM42 30c7-8 8-22 2-25-6-2-9 9-9 22z" fill="#cfc8dd" />
      <path d="M23 26c-4-6-4-14-2-16s5 7 5 15zM41 26c4-6 4-14 2-16s-5 7-5 15z" fill="#eaa9b4" />
      <path d="M32 23c12 0 19 7 19 17S43 57 32 57s-19-7-19-17 7-17 19-17z" fill="#ded9e8" />
      <ellipse cx="26.5" cy="47" rx="6.5" ry="5.5" fill="#fbfafd" />
      <ellipse cx="37.5" cy="47" rx="6.5" ry="5.5" fill="#fbfafd" />
      <Eyes y={37} apart={9} />
      <path d="M29 42.5h6c0 2-1.5 3.5-3 3.5s-3-1.5-3-3.5z" fill="#d8798a" />
    </g>
  )
}

export function Cat() {
  return (
    <g>
      <path d="M12 11c8 2 14 7 16 14l-15 7c-3-7-3-15-1-21zM52 11c-8 2-14 7-16 14l15 7c3-7 3-15 1-21z" fill="#54505f" />
      <path d="M15.5 17c4 2 7 5 8 9l-7 3c-1.5-4-2-8-1-12zM48.5 17c-4 2-7 5-8 9l7 3c1.5-4 2-8 1-12z" fill="#e79d94" />
      <path d="M32 20c13 0 21 7 21 17S44 55 32 55s-21-8-21-18 8-17 21-17z" fill="#65606f" />
      <path d="M32 20c2 0 4 .2 5.5.6L34 31h-4l-3.5-10.4c1.5-.4 3.5-.6 5.5-.6z" fill="#54505f" />
      <path d="M32 40c7 0 11 4 11 8 0 4-5 7-11 7s-11-3-11-7c0-4 4-8 11-8z" fill="#f4efe9" />
      <g fill="#f3d774">
        <circle cx="22.5" cy="36" r="4" />
        <circle cx="41.5" cy="36" r="4" />
      </g>
      <Eyes y={36} apart={9.5} r={2.2} />
      <path d="M29.3 43h5.4c0 1.7-1.3 3-2.7 3s-2.7-1.3-2.7-3z" fill="#e08a86" />
    </g>
  )
}
