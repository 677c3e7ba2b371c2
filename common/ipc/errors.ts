/** Every way a call can fail, as a closed list: windows translate each of them. */
export const ERROR_CODES = [
  // refused before the handler ran
  'unknown-channel',
  'forbidden-sender',
  'forbidden-role',
  'invalid-input',
  // the household's doors
  'wrong-password',
  'wrong-recovery-code',
  'too-many-attempts',
  'vault-locked',
  'vault-corrupt',
  // data
  'not-found',
  'conflict',
  'database-corrupt',
  'database-newer',
  'database-missing',
  'vault-missing',
  'second-copy',
  'disk-full',
  'read-only',
  // listening
  'no-consent',
  'listener-failed',
  // the rest
  'internal',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]
