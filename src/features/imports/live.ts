import type { Topic } from '../../platform/live-stream.ts'
import { type ImportRun, runById } from './run-queries.ts'

/** How a run stands, as its page shows it. */
export function runMark(run: Pick<ImportRun, 'state' | 'progress' | 'cancel_asked' | 'stalled'>): string {
  const { progress } = run
  return [
    run.state,
    progress?.rows ?? 0,
    progress?.waiting === undefined ? 0 : 1,
    Number(run.cancel_asked),
    Number(run.stalled),
  ].join('.')
}

/** `import_run:<id>`: how far it is. */
export const importTopic: Topic = { kind: 'import_run', mark: (db, id) => runById(db, id).then(runMark, () => null) }
