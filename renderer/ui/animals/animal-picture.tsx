import type { ComponentType } from 'react'
import type { Animal } from '../../../common/household'
import { Bear, Cat, Fox, Rabbit } from './furry'
import { Frog, Hedgehog, Owl, Whale } from './others'

const FACES: Record<Animal, { readonly ground: string; readonly Face: ComponentType }> = {
  owl: { ground: '#d8e6e0', Face: Owl },
  fox: { ground: '#fbe3c8', Face: Fox },
  bear: { ground: '#e9dcc6', Face: Bear },
  rabbit: { ground: '#e3e0f1', Face: Rabbit },
  hedgehog: { ground: '#e4ecd2', Face: Hedgehog },
  frog: { ground: '#d6ecd2', Face: Frog },
  cat: { ground: '#f6dcd6', Face: Cat },
  whale: { ground: '#d3e8f1', Face: Whale },
}

/** The picture a child is known by: flat, two or three tones, no outlines, on its own round ground. Decoration; the name stands beside it. */
export function AnimalPicture({ animal, size }: { readonly animal: Animal; readonly size: number }) {
  const { ground, Face } = FACES[animal]
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 64 64" className="shrink-0 rounded-full">
      <rect width="64" height="64" fill={ground} />
      <Face />
    </svg>
  )
}
