/** A reason not to start, worded in one line for whoever typed the command. Shown without a stack. */
export class StartError extends Error {
  override name = 'StartError'
}

const reasons: Record<string, (folder: string) => string> = {
  ENOSPC: (folder) => `No disk space left for ${folder}. Free some space and start again.`,
  EDQUOT: (folder) => `The disk quota for ${folder} is used up. Free some space and start again.`,
  EACCES: (folder) => `The folder ${folder} cannot be written by this user. Give it another owner or choose another folder.`,
  EPERM: (folder) => `The folder ${folder} cannot be written by this user. Give it another owner or choose another folder.`,
  EROFS: (folder) => `The folder ${folder} is on a read-only disk. Choose another folder.`,
  ENOTDIR: (folder) => `${folder} is not a folder. Choose another place for the data.`,
  EEXIST: (folder) => `${folder} is not a folder. Choose another place for the data.`,
}

/** Turns what the file system refused in `folder` into a StartError; anything else stays what it was. */
export function explainStart(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = reasons[code]
  return reason && !(error instanceof StartError) ? new StartError(reason(folder), { cause: error }) : error
}
