/**
 * Everything the audit trail records, and with what. Ids, counts and short fixed words only: never a name, a text that
 * somebody typed, a secret. A feature that has something new to record adds its line here.
 */
export interface AuditActions {
  'household.created': { readonly householdId: string }
  'child.added': { readonly childId: string }
  /** `fields`: names of what changed, not the values. */
  'child.changed': { readonly childId: string; readonly fields: readonly string[] }
  'child.archived': { readonly childId: string }
  'child.restored': { readonly childId: string }
  'consent.given': {
    readonly consentId: string
    readonly childId: string
    readonly purpose: string
    readonly textVersion: string
    readonly language: string
  }
  'consent.withdrawn': { readonly consentId: string; readonly childId: string; readonly purpose: string }
  /** That a voice was enrolled or erased, never the numbers of the voice. */
  'voice.enrolled': { readonly childId: string; readonly seconds: number }
  'voice.erased': { readonly childId: string }
  'settings.changed': { readonly keys: readonly string[] }
  /** Minutes; null = until somebody resumes. */
  'listening.paused': { readonly forMinutes: number | null }
  'listening.resumed': Nothing
  'session.signed-in': Nothing
  'session.refused': { readonly code: string }
  'session.recovered': Nothing
  'password.changed': Nothing
  'recovery.saved': Nothing
  'recovery.renewed': Nothing
  'call.refused': { readonly channel: string; readonly code: string }
  'kiosk.opened': Nothing
  'kiosk.closed': Nothing
  'backup.made': { readonly bytes: number }
  'report.saved': { readonly childId: string; readonly localDay: string }
}

type Nothing = Readonly<Record<string, never>>

export type AuditAction = keyof AuditActions

/** Something to record: who (an adult's id, or which part of the app), what, with what. */
export type AuditEvent = {
  readonly [Action in AuditAction]: { readonly actor: string; readonly action: Action; readonly detail: AuditActions[Action] }
}[AuditAction]
