import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Config } from './config.ts'
import { folderStore } from './files-folder.ts'
import { s3Store } from './files-s3.ts'

export interface StoredFile {
  sha256: Buffer
  size: number
}

/** Kept bytes that are open for reading; `size` is of the whole file, also where only a part is read. */
export interface OpenedFile {
  size: number
  stream: Readable
}

/** A part of a file, both ends included, as in a Range header. */
export interface ByteRange {
  from: number
  to: number
}

/**
 * Where the bytes of files are kept: for each brokerage apart, under their SHA-256, the same bytes once. No name that somebody
 * typed becomes a path or a key. Nothing passes through memory as a whole.
 */
export interface FileStore {
  /** Keeps a file (a path or a stream). When it returns, the bytes outlive a power cut (security.md R1). */
  put(brokerageId: string, source: string | Readable): Promise<StoredFile>
  /** Opens kept bytes, all or a part of them; null when they are not there. */
  open(brokerageId: string, sha256: Buffer, range?: ByteRange): Promise<OpenedFile | null>
  /** How many bytes are kept; null when they are not there. */
  size(brokerageId: string, sha256: Buffer): Promise<number | null>
  /** Lends the bytes as a path that is good until `work` ends, and only for reading; null when they are not there. */
  withPath<T>(brokerageId: string, sha256: Buffer, work: (path: string) => Promise<T>): Promise<T | null>
  /** Forgets the bytes; not an error where there are none. Who calls knows that no row names them. */
  remove(brokerageId: string, sha256: Buffer): Promise<void>
  /** Throws a StartError where files cannot be kept at all. */
  check(): Promise<void>
}

/** The store that the settings name: a folder in DATA_DIR, or S3-compatible storage. */
export function openFiles(config: Pick<Config, 'dataDir' | 's3'>): FileStore {
  return config.s3 ? s3Store(config.s3, passingFolder(config)) : folderStore(join(config.dataDir, 'files'))
}

/** Where bytes rest on their way; what a crash leaves there is cleared at the start (`clearUploads`). */
export function passingFolder(config: Pick<Config, 'dataDir'>): string {
  return join(config.dataDir, 'uploads')
}
