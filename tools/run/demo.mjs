// The demo: what npm start runs where there is no display, and npm start -- --demo anywhere. Started inside a private session.
import '../typescript-imports.mjs'

const { runDemo } = await import('../demo/demo.ts')
process.exitCode = await runDemo()
