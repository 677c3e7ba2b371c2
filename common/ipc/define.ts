import type { z } from 'zod'
import type { AdultRole } from '../household'

export type WindowKind = 'console' | 'kiosk'

/** The least role that may call; roles are ordered owner > parent > caregiver > none. */
export type RequiredRole = AdultRole | 'none'

export interface ChannelDefinition<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Windows extends readonly WindowKind[] = readonly WindowKind[],
> {
  readonly input: Input
  readonly output: Output
  readonly windows: Windows
  readonly role: RequiredRole
}

/** One entry of the contract; keeps the literal types. */
export function channel<
  const Input extends z.ZodType,
  const Output extends z.ZodType,
  const Windows extends readonly WindowKind[],
>(
  definition: ChannelDefinition<Input, Output, Windows>,
): ChannelDefinition<Input, Output, Windows> {
  return definition
}
