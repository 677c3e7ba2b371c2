import type { Language } from '../../../common/household'

interface RecoverySheetTexts {
  readonly title: string
  readonly explanation: string
}

const TEXTS = {
  en: {
    title: 'WonderNest recovery code',
    explanation:
      'Keep this sheet where you keep important papers, away from the computer. Whoever has the code and the computer can open your family’s file. Without password and code nobody can, not even we.',
  },
  es: {
    title: 'Código de recuperación de WonderNest',
    explanation:
      'Guarda esta hoja con tus papeles importantes, lejos del ordenador. Quien tenga el código y el ordenador puede abrir el archivo de tu familia. Sin contraseña ni código nadie puede hacerlo, tampoco nosotros.',
  },
} as const satisfies Record<Language, RecoverySheetTexts>

export function recoverySheetTexts(language: Language): RecoverySheetTexts {
  return TEXTS[language]
}
