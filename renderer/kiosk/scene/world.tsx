import { Owl } from './owl'

/**
 * The one world of the child's place, drawn flat on 1600 by 900: sky, sun, hills, a tree with a branch and its nest.
 * Light comes from the upper right, where the sun is, in every part.
 */
export function World({ title }: { readonly title: string }) {
  return (
    <svg viewBox="0 0 1600 900" preserveAspectRatio="xMidYMid slice" role="img" aria-label={title}>
      <rect width="1600" height="900" fill="#bfe3e0" />
      <path d="M0 420c260-60 520-20 800-50s540-60 800-10v540H0z" fill="#d3ecdf" />
      <circle cx="1130" cy="330" r="128" fill="#fbe6a8" />
      <circle cx="1130" cy="330" r="92" fill="#f9cf58" />
      <Clouds />
      <Hills />
      <Tree />
      <Flowers />
    </svg>
  )
}

function Clouds() {
  return (
    <g fill="#eef8f4" className="drift">
      <path d="M800 150a38 38 0 0 1 14-73 56 56 0 0 1 104-8 40 40 0 0 1 58 32 26 26 0 0 1 0 49z" />
      <path d="M60 300a30 30 0 0 1 8-58 46 46 0 0 1 86-8 34 34 0 0 1 48 28 20 20 0 0 1-2 38z" />
    </g>
  )
}

function Hills() {
  return (
    <g>
      <path d="M480 700c150-190 420-330 760-300 160 14 280 60 360 110v390H480z" fill="#a9d3ad" />
      <path d="M0 560c200-60 420-40 640 10s560 60 960-70v400H0z" fill="#8fc49a" />
      <path d="M0 720c260-90 620-110 900-70s500 60 700 0v250H0z" fill="#7ab98a" />
      <path d="M0 830c300-50 640-44 900-14s480 20 700-22v106H0z" fill="#69ab7d" />
    </g>
  )
}

function Tree() {
  return (
    <g>
      <path d="M296 800c30-40 44-120 46-220s-2-160-20-250c30 30 60 40 84 84 20-50 40-80 84-116-24 90-26 160-16 262s20 190 66 236c-40-8-70-22-92-44-20 26-40 44-52 60-12-20-22-36-36-58-18 20-40 38-64 46z" fill="#8a5a3b" />
      <path d="M440 366c14-28 30-48 50-68-24 90-26 160-16 262s20 190 66 236c-40-8-70-22-92-44 0-110-30-260-8-386z" fill="#a06f4a" />
      <path d="M296 800c30-40 44-120 46-220s-2-160-20-250c10 10 20 18 30 26 24 140 26 300-8 444-14 4-32 4-48 0z" fill="#754a30" />
      <g className="sway">
        <path
          d="M90 330c-70-80-30-190 70-210 10-100 120-150 210-110 60-70 190-70 240 10 90-20 160 60 130 140 50 70 10 160-80 170-50 60-150 70-210 30-60 60-170 60-220 0-60 30-120 10-140-30z"
          fill="#3f8f6b"
        />
        <path
          d="M220 230c-40-70 10-150 90-150 30-70 140-90 200-30 80-30 160 20 160 100 50 50 30 130-40 140-40 50-130 50-170 10-50 40-130 30-160-20-40 10-70-20-80-50z"
          fill="#4fa67a"
        />
        <path d="M420 130c0-50 60-80 110-50 50-20 110 10 110 70 30 40 10 90-40 90-40 30-100 20-120-20-40-10-70-50-60-90z" fill="#6bbe8e" />
      </g>
      <path d="M452 470c120-30 250-40 400-36 110 2 190-6 262-34-60 60-140 82-256 80-150-2-280 14-396 56z" fill="#8a5a3b" />
      <path d="M452 470c120-30 250-40 400-36 110 2 190-6 262-34-70 46-150 54-262 54-150-2-280 6-400 36z" fill="#a06f4a" />
      <path d="M1090 412c30-44 70-54 106-44-12 36-52 58-106 44z" fill="#4fa67a" />
      <path d="M1062 430c20 34 54 44 86 34-12-32-44-46-86-34z" fill="#3f8f6b" />
      <path d="M980 444c-8-36 10-62 40-74 12 32-4 60-40 74z" fill="#6bbe8e" />
      <path d="M560 452c-24-26-24-54-8-80 28 18 32 50 8 80z" fill="#4fa67a" />
      <Owl />
    </g>
  )
}

/** A few meadow flowers, each with its own bend. */
function Flowers() {
  const flowers = [
    { x: 150, y: 800, height: 46, petal: '#fff4df' },
    { x: 206, y: 826, height: 34, petal: '#f6c3a6' },
    { x: 640, y: 842, height: 38, petal: '#fff4df' },
    { x: 1290, y: 834, height: 50, petal: '#f6c3a6' },
    { x: 1352, y: 848, height: 36, petal: '#fff4df' },
    { x: 1440, y: 816, height: 42, petal: '#fff4df' },
  ]
  return (
    <g>
      {flowers.map(({ x, y, height, petal }) => (
        <g key={x} className="sway">
          <path d={`M${x - 3} ${y}q6 ${-height / 2} 0 ${-height}h5q5 ${height / 2} 1 ${height}z`} fill="#4a8f66" />
          {[0, 72, 144, 216, 288].map((angle) => (
            <ellipse key={angle} cx={x} cy={y - height - 11} rx="7" ry="10" fill={petal} transform={`rotate(${angle} ${x} ${y - height})`} />
          ))}
          <circle cx={x} cy={y - height} r="7" fill="#f9cf58" />
        </g>
      ))}
    </g>
  )
}
