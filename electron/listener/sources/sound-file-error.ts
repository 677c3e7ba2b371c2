/** A sound file that cannot be analysed. The message is one line, fit for users, and names no path. */
export class SoundFileError extends Error {
  override readonly name = 'SoundFileError'
}
