import { describe, expect, it } from 'vitest'
import type { ListenerMessage } from '../../../common/listening/protocol'
import type { EnrolmentRun } from '../../../common/voice-enrolment'
import type { NewVoicePrint } from '../../core/voiceprints/service'
import type { Borrower } from './borrower'
import { Enrolment } from './enrolment'

const CHILD = '01890000-0000-7000-8000-00000000000c'
const ADULT = '01890000-0000-7000-8000-00000000000a'

const opened: ListenerMessage = { type: 'started', deviceName: 'Nest', mode: 'enrol' }
const progress: ListenerMessage = { type: 'enrol-progress', heardSeconds: 12, elapsedSeconds: 20, levelDbfs: -30, hint: 'adult-talking' }
const enrolled = (): ListenerMessage => ({ type: 'enrolled', embedding: new Float32Array(64).fill(0.125), seconds: 30, steadiness: 0.9 })

function setUp() {
  const runs: EnrolmentRun[] = []
  const errors: string[] = []
  /** What was saved, copied, as the caller overwrites its own. */
  const saved: { readonly childId: string; readonly first: number | undefined; readonly actor: string }[] = []
  const given: NewVoicePrint[] = []
  let borrower: Borrower | null = null
  let returned = 0
  let storeFails = false
  const enrolment = new Enrolment({
    listening: {
      lend: (next) => {
        borrower = next
        return Promise.resolve()
      },
      giveBack: () => {
        returned += 1
        return Promise.resolve()
      },
    },
    onRun: (run) => runs.push(run),
    onError: (event) => errors.push(event),
  })
  const records = {
    mayEnrol: () => Promise.resolve(true),
    save: (print: NewVoicePrint, actor: string) => {
      given.push(print)
      if (storeFails) return Promise.reject(new Error('the disk is full'))
      saved.push({ childId: print.childId, first: print.embedding[0], actor })
      return Promise.resolve()
    },
  }
  return {
    enrolment, runs, saved, given, errors,
    start: () => enrolment.start({ childId: CHILD, deviceName: 'Nest', actor: ADULT, records }),
    say: (message: ListenerMessage) => borrower?.hear(message),
    lose: (why: 'taken-back' | 'crashed') => borrower?.lost(why),
    borrowed: () => borrower,
    returned: () => returned,
    failStoring: () => { storeFails = true },
  }
}

/** Lets promises that are ready go on. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

describe('enrolling a voice', () => {
  it('borrows the microphone, tells how it goes, stores the voice and gives the microphone back', async () => {
    const { enrolment, start, say, borrowed, saved, given, returned } = setUp()
    await start()
    expect(borrowed()).toMatchObject({ mode: 'enrol', deviceName: 'Nest', childId: CHILD })
    expect(enrolment.run).toMatchObject({ state: 'running', isOpen: false, heardSeconds: 0 })
    say(opened)
    expect(enrolment.run).toMatchObject({ state: 'running', isOpen: true })
    say(progress)
    expect(enrolment.run).toEqual({
      state: 'running', childId: CHILD, isOpen: true, heardSeconds: 12, elapsedSeconds: 20, levelDbfs: -30, hint: 'adult-talking',
    })
    say(enrolled())
    await settle()
    expect(enrolment.run).toEqual({ state: 'done', childId: CHILD })
    expect(saved).toEqual([{ childId: CHILD, first: 0.125, actor: ADULT }])
    // The numbers are overwritten as soon as they are stored.
    expect(given[0]?.embedding.every((value) => value === 0)).toBe(true)
    expect(returned()).toBe(1)
  })

  it('never tells windows the numbers', async () => {
    const { start, say, runs } = setUp()
    await start()
    for (const message of [opened, progress, enrolled()]) say(message)
    await settle()
    expect(JSON.stringify(runs)).not.toMatch(/embedding|0\.125/)
  })

  it.each(['too-little-voice', 'microphone-lost', 'no-model'] as const)('says why it failed: %s', async (reason) => {
    const { enrolment, start, say, saved, returned } = setUp()
    await start()
    say({ type: 'enrol-failed', reason, heardSeconds: 7 })
    await settle()
    expect(enrolment.run).toEqual({ state: 'failed', childId: CHILD, reason, heardSeconds: 7 })
    expect(saved).toEqual([])
    expect(returned()).toBe(1)
  })

  it.each([['taken-back', 'stopped'], ['crashed', 'listener-crashed']] as const)('ends when the microphone is %s', async (why, reason) => {
    const { enrolment, start, say, lose, saved, returned } = setUp()
    await start()
    say(progress)
    lose(why)
    expect(enrolment.run).toEqual({ state: 'failed', childId: CHILD, reason, heardSeconds: 12 })
    // Whatever the listener still says does not count any more.
    say(enrolled())
    await settle()
    expect(saved).toEqual([])
    expect(returned()).toBe(1)
  })

  it('can be cancelled, which leaves nothing', async () => {
    const { enrolment, start, say, saved, returned } = setUp()
    await start()
    await enrolment.cancel()
    say(enrolled())
    await settle()
    expect(enrolment.run).toEqual({ state: 'idle' })
    expect(saved).toEqual([])
    expect(returned()).toBe(1)
  })

  it('ends when the screen is locked, but does not forget how an earlier one ended', async () => {
    const { enrolment, start, say } = setUp()
    await start()
    await enrolment.stop()
    expect(enrolment.run).toMatchObject({ state: 'failed', reason: 'stopped' })
    await start()
    say(enrolled())
    await settle()
    await enrolment.stop()
    expect(enrolment.run).toMatchObject({ state: 'done' })
  })

  it('says that the voice could not be stored, and overwrites it all the same', async () => {
    const { enrolment, start, say, given, errors, failStoring } = setUp()
    failStoring()
    await start()
    say(enrolled())
    await settle()
    expect(enrolment.run).toMatchObject({ state: 'failed', reason: 'not-stored' })
    expect(given[0]?.embedding.every((value) => value === 0)).toBe(true)
    expect(errors).toEqual(['enrolment'])
  })
})
