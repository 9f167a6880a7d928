import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { S3Settings } from '../src/platform/files-s3.ts'

const key = { accessKeyId: 'AKIDOSSIER', secretAccessKey: 'a/secret+of=the test' }

/** S3-compatible storage in memory, on a port of this machine: it checks signatures and hashes as the real one does. */
export async function startS3(bucket = 'dossier-test', region = 'eu-central-2') {
  const objects = new Map<string, Buffer>()
  /** Answers the next requests with this status instead, or breaks the connection off at `cut`. */
  const mood = { failures: 0, status: 503, cut: false }
  const server = createServer(async (req, res) => {
    const body = await bytesOf(req)
    if (mood.cut) return void req.socket.destroy()
    if (mood.failures > 0) {
      mood.failures--
      return refuse(res, mood.status, 'SlowDown')
    }
    if (signatureOf(req, region) !== /Signature=([0-9a-f]{64})/.exec(req.headers.authorization ?? '')?.[1])
      return refuse(res, 403, 'SignatureDoesNotMatch')
    const declared = req.headers['x-amz-content-sha256']
    if (declared !== 'UNSIGNED-PAYLOAD' && declared !== sha256(body)) return refuse(res, 400, 'XAmzContentSHA256Mismatch')
    const [, named, name = ''] = /^\/([^/]+)\/(.+)$/.exec(req.url ?? '') ?? []
    if (named !== bucket) return refuse(res, 404, 'NoSuchBucket')
    answer(req, res, name, body)
  })

  function answer(req: IncomingMessage, res: ServerResponse, name: string, body: Buffer) {
    if (req.method === 'PUT') {
      if (req.headers['content-length'] === undefined) return refuse(res, 411, 'MissingContentLength')
      objects.set(name, body)
      return void res.writeHead(200).end()
    }
    if (req.method === 'DELETE') {
      objects.delete(name)
      return void res.writeHead(204).end()
    }
    const found = objects.get(name)
    if (!found) return refuse(res, 404, 'NoSuchKey')
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(req.headers.range ?? '') ?? []
    const part = from === undefined ? found : found.subarray(Number(from), Number(to) + 1)
    const headers: Record<string, string> = { 'content-length': String(part.length) }
    if (from !== undefined) headers['content-range'] = `bytes ${from}-${Number(from) + part.length - 1}/${found.length}`
    res.writeHead(from === undefined ? 200 : 206, headers).end(req.method === 'HEAD' ? undefined : part)
  }

  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const settings: S3Settings = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bucket,
    region,
    ...key,
  }
  return {
    objects,
    mood,
    settings,
    close: () => new Promise((closed) => server.close(closed).closeAllConnections()),
  }
}

async function bytesOf(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function refuse(res: ServerResponse, status: number, code: string) {
  res.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code></Error>`)
}

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')
const hmac = (secret: string | Buffer, text: string) => createHmac('sha256', secret).update(text).digest()

// Signature Version 4, worked out from what arrived: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
function signatureOf(req: IncomingMessage, region: string): string {
  const [, id, scope, names = ''] =
    /Credential=([^/]+)\/([^,]+), SignedHeaders=([^,]+)/.exec(req.headers.authorization ?? '') ?? []
  const at = String(req.headers['x-amz-date'])
  const day = at.slice(0, 8)
  const signed = names.split(';')
  const late = Math.abs(Date.now() - Date.parse(at.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z'))) > 900_000
  if (id !== key.accessKeyId || scope !== `${day}/${region}/s3/aws4_request` || late) return ''
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => signed.includes(name))) return ''
  const [path, query = ''] = (req.url ?? '').split('?')
  const canonical = [
    req.method,
    path,
    query,
    ...signed.map((name) => `${name}:${String(req.headers[name]).trim()}`),
    '',
    names,
    req.headers['x-amz-content-sha256'],
  ].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', at, scope, sha256(canonical)].join('\n')
  const derived = [region, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${key.secretAccessKey}`, day))
  return hmac(derived, toSign).toString('hex')
}
