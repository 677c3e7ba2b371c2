import type { SpeechTotals } from '../../../../common/listening/metrics'

/** The three numbers every page shows, in this order. */
export const METRICS = ['adultWords', 'childVocalizations', 'conversationalTurns'] as const satisfies readonly (keyof SpeechTotals)[]
export type Metric = (typeof METRICS)[number]
