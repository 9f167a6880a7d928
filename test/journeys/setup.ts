import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { port } from '../../playwright.config.ts'
import { forgetSessions } from './tools/sessions.ts'

/** Starts the real server on a fresh demonstration, as a newcomer does; ends it after the last journey. */
export default async function setup() {
  forgetSessions()
  const dataDir = mkdtempSync(join(tmpdir(), 'dossier-journeys-'))
  chmodSync(dataDir, 0o711)
  const server = spawn(process.execPath, ['dist/server.js'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: '', DOSSIER_MODE: 'demo' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('Ctrl+C')) resolve()
    })
    void ended.then(() => reject(new Error('the server ended before it was ready')))
  })
  return async () => {
    server.kill('SIGTERM')
    await ended
    rmSync(dataDir, { recursive: true, force: true })
  }
}
