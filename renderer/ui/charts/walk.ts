/**
 * Where a key leads in a row of points: arrows one on, page keys `page` on, Home and End to the ends.
 * Undefined for keys that mean nothing here.
 */
export function walkTo(key: string, from: number, last: number, page: number): number | undefined {
  const to = new Map([
    ['ArrowRight', from + 1],
    ['ArrowUp', from + 1],
    ['ArrowLeft', from - 1],
    ['ArrowDown', from - 1],
    ['PageUp', from + page],
    ['PageDown', from - page],
    ['Home', 0],
    ['End', last],
  ]).get(key)
  return to === undefined ? undefined : Math.max(0, Math.min(last, to))
}
