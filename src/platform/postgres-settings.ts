const safe = ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on']

// For tests: what is written is lost with the machine, never with the process.
const fastButUnsafe = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'autovacuum_naptime=1h',
]

/** Settings of the built-in server, as name=value: sized for one small machine, reachable from this machine only. */
export function serverSettings(port: number, fast: boolean): string[] {
  return [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=60',
    'shared_buffers=128MB',
    'effective_cache_size=512MB',
    'work_mem=8MB',
    'maintenance_work_mem=64MB',
    'max_wal_size=1GB',
    'wal_compression=on',
    'random_page_cost=1.1',
    // Compiling pays for long analyses only; here it would slow the first call of each list.
    'jit=off',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_line_prefix=',
    'log_checkpoints=off',
    'password_encryption=scram-sha-256',
    ...(fast ? fastButUnsafe : safe),
  ]
}
