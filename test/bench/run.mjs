// Measures what the architecture sets budgets for, prints a table and writes bench-results.json. Started by npm run bench.
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import '../../tools/typescript-imports.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { benchPipeline } = await import('./pipeline.ts')
const { benchDatabase } = await import('./database.ts')
const { benchApp } = await import('./app.ts')
const { formatMeasurements, writeMeasurements } = await import('./results.ts')

console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}\n`)
const measurements = []
for (const bench of [() => benchPipeline(`${root}models`), benchDatabase, benchApp]) {
  const more = await bench()
  console.log(formatMeasurements(more))
  measurements.push(...more)
}
writeMeasurements(`${root}bench-results.json`, measurements)
console.log(`\n${measurements.filter(({ met }) => met === false).length} budgets not met; figures in bench-results.json`)
