import { execFile } from 'node:child_process'

/** Who the database programs run as; undefined means: as ourselves. PostgreSQL refuses to run as root. */
export type RunAs = { uid: number; gid: number } | undefined

export type Outcome = { ok: boolean; code: string | number | null; output: string }

// Nothing else is handed down: our own environment holds secrets, and PG* variables would change what the programs do.
const handedDown = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR']

/** Spawn options every database program shares: its own user, a folder anyone may stand in, a bare environment. */
export function programOptions(runAs: RunAs) {
  const env = Object.fromEntries(handedDown.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
  return { ...runAs, cwd: process.platform === 'win32' ? process.cwd() : '/', env, windowsHide: true }
}

/** Runs a program to its end and tells how it went. Never throws. */
export function runProgram(file: string, args: string[], runAs: RunAs): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(file, args, { ...programOptions(runAs), maxBuffer: 4 << 20 }, (error, stdout, stderr) => {
      resolve({ ok: !error, code: error?.code ?? 0, output: `${stdout}${stderr}`.trim() })
    })
  })
}

/** Whether what a program said means that the disk is full. */
export const tellsOfFullDisk = (output: string) =>
  /No space left on device|Disk quota exceeded|wrote only \d+ of \d+ bytes/.test(output)
