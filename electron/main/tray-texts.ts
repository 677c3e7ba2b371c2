import type { Language } from '../../common/household'
import type { ListeningStatus } from '../../common/speech'

export interface TrayTexts {
  readonly state: (status: ListeningStatus) => string
  readonly pauseMinutes: string
  readonly pauseHour: string
  readonly pauseOpen: string
  readonly resume: string
  readonly open: string
  readonly quit: string
  readonly troubleTitle: string
  readonly listenerCrashed: string
  readonly microphoneLost: string
  readonly backupFailedTitle: string
  readonly backupFailed: string
}

type Reason = NonNullable<ListeningStatus['reason']>

function stateText(words: Record<Reason | 'starting' | 'listening' | 'off', string>) {
  return (status: ListeningStatus): string => {
    if (status.state === 'listening') return words.listening
    if (status.state === 'starting') return words.starting
    return words[status.reason ?? 'off']
  }
}

const TEXTS = {
  en: {
    state: stateText({
      listening: 'Listening',
      starting: 'Starting to listen',
      off: 'Not listening',
      locked: 'Not listening: WonderNest is locked',
      'no-child': 'Not listening: no child is chosen',
      'no-consent': 'Not listening: no consent',
      'outside-hours': 'Not listening at this hour',
      paused: 'Paused',
      'microphone-lost': 'The microphone is gone',
      'listener-crashed': 'Listening stopped and is being restarted',
    }),
    pauseMinutes: 'Pause for 15 minutes',
    pauseHour: 'Pause for 1 hour',
    pauseOpen: 'Pause until I say',
    resume: 'Go on listening',
    open: 'Open WonderNest',
    quit: 'Quit WonderNest',
    troubleTitle: 'WonderNest is not listening',
    listenerCrashed: 'Listening stopped unexpectedly and is being started again. The time in between is kept as a gap.',
    microphoneLost: 'The microphone went away. Listening goes on when it is back; the time in between is kept as a gap.',
    backupFailedTitle: 'The daily backup could not be made',
    backupFailed: 'Your data is safe, but today there is no new copy of it. Open Settings, Data, to see why and try again.',
  },
  es: {
    state: stateText({
      listening: 'Escuchando',
      starting: 'Empezando a escuchar',
      off: 'Sin escuchar',
      locked: 'Sin escuchar: WonderNest está bloqueado',
      'no-child': 'Sin escuchar: no se ha elegido ningún peque',
      'no-consent': 'Sin escuchar: falta el consentimiento',
      'outside-hours': 'A esta hora no se escucha',
      paused: 'En pausa',
      'microphone-lost': 'El micrófono no está',
      'listener-crashed': 'La escucha se detuvo y se está reiniciando',
    }),
    pauseMinutes: 'Pausar 15 minutos',
    pauseHour: 'Pausar 1 hora',
    pauseOpen: 'Pausar hasta que yo diga',
    resume: 'Seguir escuchando',
    open: 'Abrir WonderNest',
    quit: 'Salir de WonderNest',
    troubleTitle: 'WonderNest no está escuchando',
    listenerCrashed: 'La escucha se detuvo de forma inesperada y se está reiniciando. El tiempo intermedio queda como hueco.',
    microphoneLost: 'El micrófono ha desaparecido. La escucha seguirá cuando vuelva; el tiempo intermedio queda como hueco.',
    backupFailedTitle: 'No se pudo hacer la copia diaria',
    backupFailed: 'Tus datos están a salvo, pero hoy no hay una copia nueva. Abre Ajustes, Datos, para ver por qué y volver a intentarlo.',
  },
} as const satisfies Record<Language, TrayTexts>

export function trayTexts(language: Language): TrayTexts {
  return TEXTS[language]
}
