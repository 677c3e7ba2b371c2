import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inNodeModules } from './paths.mjs'
import { runCommand, tail } from './run-command.mjs'
import { SetupError } from './setup-error.mjs'

// Run by the Electron in question, as Node. Reads the file back with the key, and raw without it.
const SCRIPT = `
const [library, binding, file] = process.argv.slice(1);
const Database = require(library);
const open = () => {
  const database = new Database(file, { nativeBinding: binding });
  database.pragma("cipher='sqlcipher'");
  database.pragma("key='a key for this check only'");
  return database;
};
const writer = open();
writer.exec("create table note (text text); insert into note values ('a plain sentence')");
writer.close();
const reader = open();
const row = reader.prepare('select text from note').get();
reader.close();
const raw = require('node:fs').readFileSync(file).toString('latin1');
if (row.text !== 'a plain sentence') throw new Error('did not read back what was written');
if (raw.startsWith('SQLite format 3') || raw.includes('a plain sentence')) throw new Error('the file is not encrypted');
console.log('encrypted and read back');
`

/**
 * Makes sure that a compiled binding loads in the given Electron and encrypts.
 * @throws {SetupError} when it does not
 */
export async function verifyBinding(electronPath, bindingPath) {
  const folder = await mkdtemp(join(tmpdir(), 'wondernest-verify-'))
  try {
    const library = inNodeModules('better-sqlite3-multiple-ciphers')
    const { code, output } = await runCommand(
      electronPath,
      ['-e', SCRIPT, '--', library, bindingPath, join(folder, 'check.db')],
      { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' } },
    )
    if (code !== 0 || !output.includes('encrypted and read back')) {
      throw new SetupError(`The compiled database module does not work in this Electron:\n${tail(output, 8)}`)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
