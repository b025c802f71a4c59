import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const PORT = 4178

/** An nginx that serves these bytes as a file, or null when none is installed. */
export async function nginxServing(folder: string, { body, headers }: { body: Buffer; headers: readonly string[] }) {
  const program = ['/usr/sbin', ...(process.env['PATH'] ?? '').split(delimiter)]
    .map((place) => join(place, 'nginx'))
    .find((path) => existsSync(path))
  if (!program) return null
  const root = join(folder, 'nginx')
  mkdirSync(root, { recursive: true })
  writeFileSync(join(root, 'page'), body)
  writeFileSync(join(root, 'nginx.conf'), configuration(root, headers))
  const child = spawn(program, ['-e', join(root, 'error.log'), '-c', join(root, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  while (child.exitCode === null && !(await answers())) await sleep(50)
  if (child.exitCode !== null) throw new Error('nginx is installed, but did not start: see above.')
  return { port: PORT, pid: child.pid!, stop: () => void child.kill('SIGTERM') }
}

/** Any address is the one file; its headers are those of the kept page, but for those nginx writes itself. */
function configuration(root: string, headers: readonly string[]): string {
  const own = headers
    .flatMap((name, i) => (i % 2 ? [] : [[name.toLowerCase(), headers[i + 1]!] as const]))
    .filter(([name]) => !['content-length', 'content-type', 'etag', 'transfer-encoding'].includes(name))
    .map(([name, value]) => `add_header ${name} '${value.replaceAll(/['\\$]/g, '')}';`)
  return `daemon off; worker_processes 1; pid ${root}/nginx.pid;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 256; }
http {
  access_log off; sendfile on; keepalive_requests 1000000; open_file_cache max=10;
  client_body_temp_path ${root}/body; proxy_temp_path ${root}/proxy; fastcgi_temp_path ${root}/fastcgi; uwsgi_temp_path ${root}/uwsgi; scgi_temp_path ${root}/scgi;
  server { listen 127.0.0.1:${PORT}; root ${root}; default_type 'text/html; charset=UTF-8'; ${own.join(' ')}
    location / { rewrite ^ /page break; } }
}`
}

const answers = (): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection(PORT, '127.0.0.1')
    socket.once('connect', () => resolve((socket.destroy(), true)))
    socket.once('error', () => resolve(false))
  })
