import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { type EnvironmentOptions, defineConfig } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))
const packageJson = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  version: string
  dependencies: Record<string, string>
} // true: our own package.json

/** Native packages stay in node_modules; everything else is bundled, so a package ships little. */
const external = ['electron', /^node:/, ...Object.keys(packageJson.dependencies).map((name) => new RegExp(`^${name}(/|$)`))]

/** One program that runs outside a page: a single file without chunks, as sandboxed preloads need. */
function program(entry: string, outFile: string, format: 'cjs' | 'es' = 'cjs'): EnvironmentOptions {
  const slash = outFile.lastIndexOf('/')
  return {
    consumer: 'server',
    resolve: { noExternal: true, conditions: ['node', 'import', 'module', 'default'] },
    build: {
      outDir: `${root}dist/${outFile.slice(0, slash)}`,
      emptyOutDir: false,
      // Electron 33, the oldest the app runs on, holds Node 20.
      target: 'node20',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: `${root}${entry}`,
        external,
        output: { format, entryFileNames: outFile.slice(slash + 1), codeSplitting: false },
      },
    },
  }
}

export default defineConfig({
  root: `${root}renderer`,
  // Pages are served by the app's own scheme; paths stay absolute within it.
  base: '/',
  plugins: [react(), tailwindcss()],
  define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
  server: { port: 5173, strictPort: true },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) await builder.build(environment)
    },
  },
  environments: {
    client: {
      build: {
        outDir: `${root}dist/renderer`,
        emptyOutDir: true,
        target: 'chrome130',
        // The content security policy allows no inline data but pictures.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 2000,
        rolldownOptions: {
          input: { console: `${root}renderer/console/index.html`, kiosk: `${root}renderer/kiosk/index.html` },
        },
      },
    },
    main: program('electron/main/main.ts', 'main/main.cjs'),
    preloadConsole: program('electron/preload/console.ts', 'preload/console.cjs'),
    preloadKiosk: program('electron/preload/kiosk.ts', 'preload/kiosk.cjs'),
    listener: program('electron/listener/main.ts', 'listener/listener.cjs'),
    analyse: program('electron/listener/cli/analyse.ts', 'analyse/analyse.mjs', 'es'),
  },
})
