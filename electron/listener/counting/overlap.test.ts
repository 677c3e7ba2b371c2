import { expect, it } from 'vitest'
import { voicesOneAtATime } from './overlap'

it('makes overlapping voices into overlap and leaves the rest of each', () => {
  const result = voicesOneAtATime([
    { type: 'KCHI', heard: ['KCHI'], startMs: 0, endMs: 1000, levelDbfs: -30 },
    { type: 'FEM', heard: ['FEM'], startMs: 800, endMs: 2000, levelDbfs: -20 },
    { type: 'ELE', heard: ['ELE'], startMs: 0, endMs: 5000, levelDbfs: -40 },
  ])
  expect(result.map(({ type, startMs, endMs }) => [type, startMs, endMs])).toEqual([
    ['KCHI', 0, 800],
    ['OLN', 800, 1000],
    ['FEM', 1000, 2000],
  ])
})

it('joins neighbouring stretches of one type', () => {
  const result = voicesOneAtATime([
    { type: 'FEM', heard: ['FEM'], startMs: 0, endMs: 1000, levelDbfs: -30 },
    { type: 'FEM', heard: ['FEM'], startMs: 500, endMs: 1500, levelDbfs: -20 },
  ])
  expect(result).toEqual([{ type: 'FEM', heard: ['FEM'], startMs: 0, endMs: 1500, levelDbfs: -20 }])
})
