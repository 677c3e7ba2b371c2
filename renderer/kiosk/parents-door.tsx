import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KioskBridge } from '../../common/ipc/bridge'
import { HOLD_MS, type HoldTimer, createHold } from './hold'

const RING_RADIUS = 46
const RING_LENGTH = 2 * Math.PI * RING_RADIUS

/** A grey knot in the wood. Held for two seconds, by finger, mouse or key, it asks for the parents' exit window. */
export function ParentsDoor({ bridge }: { readonly bridge: KioskBridge }) {
  const { t } = useTranslation()
  const [held, setHeld] = useState(false)
  const [failed, setFailed] = useState(false)
  const hold = useRef<HoldTimer | null>(null)

  useEffect(() => {
    const timer = createHold(setHeld, () => {
      void bridge.calls['kiosk.requestExit']().then((answer) => {
        setFailed(!answer.ok)
      })
    })
    hold.current = timer
    return () => {
      timer.release()
    }
  }, [bridge])

  const start = () => {
    setFailed(false)
    hold.current?.start()
  }
  const release = () => hold.current?.release()
  const isHoldKey = (event: KeyboardEvent) => event.key === 'Enter' || event.key === ' '

  return (
    <>
      <button
        type="button"
        className="door"
        data-held={held}
        aria-label={t('door.name')}
        onPointerDown={(event) => {
          if (event.button === 0) start()
        }}
        onPointerUp={release}
        onPointerLeave={release}
        onPointerCancel={release}
        onBlur={release}
        onContextMenu={(event) => {
          event.preventDefault()
        }}
        onKeyDown={(event) => {
          if (!isHoldKey(event)) return
          event.preventDefault()
          if (!event.repeat) start()
        }}
        onKeyUp={(event) => {
          if (isHoldKey(event)) release()
        }}
      >
        <svg viewBox="0 0 100 100" aria-hidden="true">
          <ellipse cx="50" cy="50" rx="36" ry="38" fill="#7d6f66" />
          <ellipse cx="50" cy="50" rx="28" ry="30" fill="#938a84" />
          <path d="M50 29c14 0 20 9 20 21s-7 21-20 21-19-9-19-20c0-9 6-16 16-16 9 0 15 6 15 14s-5 13-12 13c-6 0-10-4-10-9s3-8 8-8c4 0 6 3 6 6h-5c0-1-1-1-2-1-2 0-2 1-2 3 0 3 2 4 5 4 4 0 7-3 7-8 0-6-4-9-10-9-7 0-11 5-11 11 0 8 6 15 14 15 10 0 15-7 15-16 0-10-5-16-15-16z" fill="#7d6f66" />
          <circle
            className="door-ring"
            cx="50"
            cy="50"
            r={RING_RADIUS}
            fill="none"
            stroke="#f7efe2"
            strokeWidth="7"
            strokeLinecap="round"
            strokeDasharray={RING_LENGTH}
            strokeDashoffset={held ? 0 : RING_LENGTH}
            style={{ transitionDuration: held ? `${HOLD_MS}ms` : '150ms' }}
            transform="rotate(-90 50 50)"
          />
        </svg>
      </button>
      <p className="door-answer" role="status">
        {failed ? t('door.failed') : ''}
      </p>
    </>
  )
}
