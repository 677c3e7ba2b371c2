/**
 * What an Electron distribution needs to start an app given on the command line, for the distribution from the
 * npm registry, which comes without Electron's own `default_app.asar`. Files by name, below `resources/app`.
 */
export const bootstrapFiles = {
  'package.json': `${JSON.stringify({ name: 'electron-bootstrap', version: '1.0.0', main: 'main.js' })}\n`,
  'main.js': `'use strict';
// Starts the app whose folder is the first argument that is one: electron [flags] <folder> [arguments].
const { app } = require('electron');
const { existsSync, readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const argument = process.argv.slice(1).find((text) => !text.startsWith('-') && existsSync(join(text, 'package.json')));
if (argument === undefined) {
  console.error('usage: electron [flags] <folder of the app>');
  app.exit(2);
} else {
  const folder = resolve(argument);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setAppPath(folder);
  app.setName(manifest.productName ?? manifest.name);
  app.setVersion(manifest.version ?? '');
  require(join(folder, manifest.main ?? 'index.js'));
}
`,
}
