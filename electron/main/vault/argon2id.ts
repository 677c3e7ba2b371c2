import { randomBytes } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import { z } from 'zod'

const SALT_BYTES = 16
const OUTPUT_BYTES = 32
/** `Algorithm.Argon2id` of the library, whose const enum does not exist when each file is compiled alone. */
const ARGON2ID = 2

/**
 * Argon2id costs (RFC 9106), stored with every wrap so that later versions may ask more of new ones.
 * The floor is OWASP's minimum; the ceiling keeps a changed file from taking the machine's memory.
 */
export const argon2CostsSchema = z.object({
  memoryKib: z.number().int().min(19_456).max(1_048_576),
  passes: z.number().int().min(2).max(16),
  lanes: z.number().int().min(1).max(16),
})
export type Argon2Costs = z.infer<typeof argon2CostsSchema>

export const argon2ParametersSchema = argon2CostsSchema.extend({
  algorithm: z.literal('argon2id'),
  salt: z.base64().refine((salt) => Buffer.from(salt, 'base64').length === SALT_BYTES, 'a salt has 16 bytes'),
})
export type Argon2Parameters = z.infer<typeof argon2ParametersSchema>

/** Twice the memory of RFC 9106's second recommended option; measured in docs/adr/0003-keys-and-vault.md. */
export const DEFAULT_COSTS: Argon2Costs = { memoryKib: 131_072, passes: 3, lanes: 4 }

export function newArgon2Parameters(costs: Argon2Costs): Argon2Parameters {
  return { ...costs, algorithm: 'argon2id', salt: randomBytes(SALT_BYTES).toString('base64') }
}

/**
 * A 32-byte wrapping key from a password or a code, off the main thread. Text is normalised (NFKC, as NIST SP 800-63B
 * asks), so that the same password typed on another keyboard gives the same key. The caller zeroes the result.
 */
export async function deriveKey(secret: string, parameters: Argon2Parameters): Promise<Buffer> {
  const input = Buffer.from(secret.normalize('NFKC'), 'utf8')
  try {
    return await hashRaw(input, {
      algorithm: ARGON2ID,
      memoryCost: parameters.memoryKib,
      timeCost: parameters.passes,
      parallelism: parameters.lanes,
      outputLen: OUTPUT_BYTES,
      salt: Buffer.from(parameters.salt, 'base64'),
    })
  } finally {
    input.fill(0)
  }
}
