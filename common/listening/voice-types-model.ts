/**
 * The trained model of voice types, by the SHA-256 of its file: the listener opens no other, and a voice enrolled with
 * another one is not used. See models/voice-types/MODEL_CARD.md.
 */
export const VOICE_TYPES_MODEL = {
  name: 'WonderNest voice types',
  /** Relative to the models folder. */
  path: 'voice-types/voice_types.onnx',
  sha256: '754954dbc341d3d0b32013fd959996298712da923838c194cc86a0cea93d5c8a',
} as const
