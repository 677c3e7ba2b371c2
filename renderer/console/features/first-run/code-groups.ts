/** The groups of a printed code, in order. */
export function codeGroups(code: string): readonly string[] {
  return code.split('-')
}

/** Whether what was typed is the code's last group; capitals, spaces and look-alikes (Crockford base 32) do not matter. */
export function isLastGroup(code: string, typed: string): boolean {
  const last = codeGroups(code).at(-1)
  return last !== undefined && plain(typed) === plain(last)
}

function plain(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
}
