import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KioskBridge } from '../../common/ipc/bridge'
import type { ListeningStatus } from '../../common/speech'
import { CornerNest, type NestMood } from './scene/corner-nest'

const ANSWER_MS = 7000

/**
 * Shows in the corner whether the microphone is heard, and lets anyone in the room pause it at once.
 * Starting again is a grown-up's, in the console.
 */
export function ListeningNest({ bridge }: { readonly bridge: KioskBridge }) {
  const { t } = useTranslation()
  const [status, setStatus] = useState<ListeningStatus | null>(null)
  const [answer, setAnswer] = useState<NestMood | 'failed' | null>(null)

  useEffect(() => {
    let told = false
    const end = bridge.events['listening.statusChanged']((next) => {
      told = true
      setStatus(next)
    })
    void bridge.calls['listening.status']().then((result) => {
      // An event that came meanwhile is newer than this answer.
      if (result.ok && !told) setStatus(result.value)
    })
    return end
  }, [bridge])

  useEffect(() => {
    if (answer === null) return
    const timer = setTimeout(() => {
      setAnswer(null)
    }, ANSWER_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [answer])

  const mood = moodOf(status)

  async function tap(): Promise<void> {
    if (mood !== 'listening') {
      setAnswer(mood)
      return
    }
    const result = await bridge.calls['listening.pause']({ forMinutes: null })
    if (result.ok) setStatus(result.value)
    setAnswer(result.ok ? moodOf(result.value) : 'failed')
  }

  return (
    <div className="corner">
      <button type="button" className="corner-nest" aria-label={t(`nest.${mood}`)} data-mood={mood} onClick={() => void tap()}>
        <CornerNest mood={mood} />
      </button>
      <p className="answer" role="status" data-shown={answer !== null}>
        {answer === null ? '' : t(`answer.${answer}`)}
      </p>
    </div>
  )
}

/** What the nest shows. A microphone that is being started is already heard, so it may be paused. */
function moodOf(status: ListeningStatus | null): NestMood {
  switch (status?.state) {
    case 'listening':
    case 'starting':
      return 'listening'
    case 'paused':
      return 'paused'
    case 'lost':
      return 'lost'
    case 'off':
    case undefined:
      return 'off'
  }
}
