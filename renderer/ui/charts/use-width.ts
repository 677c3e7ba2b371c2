import { type RefObject, useEffect, useState } from 'react'

/** The element's width in CSS pixels, kept up to date; 0 before it was measured. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const { current } = element
    if (current === null) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.floor(entry.contentRect.width))
    })
    observer.observe(current)
    return () => {
      observer.disconnect()
    }
  }, [element])
  return width
}
