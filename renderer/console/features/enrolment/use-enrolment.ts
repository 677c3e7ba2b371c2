import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { EnrolmentOverview } from '../../../../common/voice-enrolment'
import { drop } from '../../../../common/assert'
import { call, invalidate, queryKey, useCall } from '../../bridge'

/** Which voices are enrolled and how the enrolment of one goes, kept in step with what main tells. */
export function useEnrolment() {
  const client = useQueryClient()
  useEffect(
    () =>
      window.wonder.events['enrolment.changed']((run) => {
        client.setQueryData<EnrolmentOverview>(queryKey('enrolment.overview'), (known) => known && { ...known, run })
        if (run.state === 'done') drop(invalidate(client, ['enrolment.overview', 'audit.recent']))
      }),
    [client],
  )
  return useCall('enrolment.overview', [])
}

/** Ends the child's enrolment when the page is left: nobody should be listened to behind another page. */
export function useEndOnLeave(overview: EnrolmentOverview | undefined, childId: string): void {
  const isOurs = overview !== undefined && overview.run.state !== 'idle' && overview.run.childId === childId
  const last = useRef(isOurs)
  useEffect(() => {
    last.current = isOurs
  }, [isOurs])
  useEffect(
    () => () => {
      // Main ends it by itself within three minutes if this does not reach it.
      if (last.current) drop(call('enrolment.cancel').catch(() => undefined))
    },
    [],
  )
}
