import { parentPort, workerData } from 'node:worker_threads'
import { readUploaded, type UploadedTable } from './read-uploaded.ts'

// A file that somebody sent is read here, away from the process that serves: what kills this thread is an answer, not an outage.
const { upload, folder } = workerData as { upload: UploadedTable; folder: string }
parentPort!.postMessage(await readUploaded(upload, folder))
