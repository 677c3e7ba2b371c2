/**
 * The pages' content security policy. `style-src 'unsafe-inline'` is for style attributes that charts set;
 * scripts come from our own scheme only.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** For hot reload only: Vite's client needs its inline preamble and a web socket. Never part of a release build. */
export function developmentPolicy(devServer: string): string {
  const socket = devServer.replace(/^http/, 'ws')
  return [
    "default-src 'none'",
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${socket} ${devServer}`,
  ].join('; ')
}
