import type { Job } from '../../platform/jobs.ts'
import { forgetThrown, sweepImports } from './run-forget.ts'
import { checkRun, importRun } from './run-import.ts'
import { doRun, type RunJob } from './run-job.ts'
import { undoRun } from './undo-run.ts'

export const jobs: Job[] = [
  {
    name: 'import_run',
    run: (work, payload) =>
      doRun(work, payload as RunJob, [
        { while: 'checking', stopped: 'draft', run: checkRun },
        { while: 'running', stopped: 'checked', run: importRun },
        { while: 'undoing', stopped: 'done', run: undoRun },
        { while: 'cancelled', stopped: 'cancelled', run: forgetThrown },
      ]),
  },
  { name: 'import_sweep', run: (work) => sweepImports(work), every: '23 3 * * *' },
]
