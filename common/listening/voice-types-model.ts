/**
 * The trained model of voice types, by the SHA-256 of its file: the listener opens no other, and a voice enrolled with
 * another one is not used. See models/voice-types/MODEL_CARD.md.
 */
export const VOICE_TYPES_MODEL = {
  name: 'WonderNest voice types',
  /** Relative to the models folder. */
  path: 'voice-types/voice_types.onnx',
  sha256: 'dfb4160bd856d906c956c1e0d9d221defe4a2270269465a8a66f2ee254fe1504',
} as const
