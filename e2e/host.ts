import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { constants, createSecureServer, Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo, Server, Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { existsSync } from 'node:fs';
import { certificate as ownCertificate, type Certificate } from './host/certificate.ts';
import { compressible, Contents, find, prefersEnglish, typeOf } from './host/files.ts';

export interface HostOptions {
  /** The folder that is served. */
  root: string;
  /** Where it stands on the host, with both slashes; everything else is not found. */
  base?: string;
  /** `h2` is HTTP/2 over TLS with a self-signed certificate; falls back to `http1` where `openssl` is missing. */
  protocol?: 'http1' | 'h2';
  /** Brotli, quality 11, for whoever accepts it. */
  brotli?: boolean;
  /** Added to every answer, e.g. a content security policy. */
  headers?: Record<string, string>;
  /** 0, the default, takes a free one. */
  port?: number;
}

export interface Asked {
  method: string;
  /** Below `base`, decoded, without query: `''`, `index.html`, `assets/main-x1.js`. */
  path: string;
  headers: IncomingHttpHeaders;
}

interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** An answer that replaces the file's; `cut` ends the request without one, `half` in the middle, as a lost connection does. */
export type Reply = Answer | 'cut' | 'half';

export interface Request {
  path: string;
  /** 0 where the answer was cut. */
  status: number;
  /** Of the body, as sent. */
  bytes: number;
}

export interface Host {
  /** With `base` and its closing slash. */
  readonly url: string;
  /** What is really spoken. */
  readonly protocol: 'http1' | 'h2';
  /** Arguments with which Chromium takes the certificate for a good one: without them it registers no worker. */
  readonly browserArgs: string[];
  /** Every request answered so far, oldest first. */
  readonly requests: Request[];
  /** Asked before the files, for updates, missing chunks or html in place of script; `undefined` takes it off. */
  intercept(answer: ((asked: Asked) => Reply | undefined | Promise<Reply | undefined>) | undefined): void;
  /** Serves another folder from now on: a deployment. */
  serve(root: string): void;
  /** The server is gone, its open connections with it. */
  kill(): Promise<void>;
  /** On the same port, with the same certificate. */
  restart(): Promise<void>;
}

type Incoming = IncomingMessage | Http2ServerRequest;
type Outgoing = Pick<ServerResponse | Http2ServerResponse, 'end'> & {
  write(part: Buffer, then: () => void): unknown;
  writeHead(status: number, headers: Record<string, string | number>): unknown;
};

/** A static host as companies have them: one folder, Brotli, long-lived `assets/`, German or English front page. */
export async function startHost(options: HostOptions): Promise<Host> {
  const { base = '/', headers = {} } = options;
  let { root, port = 0 } = options;
  const certificate = options.protocol === 'h2' ? ownCertificate() : undefined;
  if (options.protocol === 'h2' && !certificate) console.warn('openssl is missing: the host speaks cleartext HTTP/1.1');
  const contents = new Contents();
  const requests: Request[] = [];
  const sockets = new Set<Socket>();
  let intercepted: Parameters<Host['intercept']>[0];
  let server: Server | undefined;

  async function fileFor(asked: Asked): Promise<Answer> {
    if (asked.method !== 'GET' && asked.method !== 'HEAD') return { status: 405, body: 'method not allowed' };
    const found = find(root, asked.path);
    if (found.kind === 'folder') return { status: 301, headers: { location: `${base}${asked.path}/` } };
    if (found.kind === 'nothing') return { status: 404, body: 'not found' };
    const isIndex = asked.path === '' || asked.path.endsWith('/');
    const english = join(dirname(found.file), 'en.html');
    const hasEnglish = isIndex && existsSync(english);
    const file = hasEnglish && prefersEnglish(asked.headers['accept-language']) ? english : found.file;
    const accepts = /\bbr\b/.test(String(asked.headers['accept-encoding'] ?? ''));
    const compress = Boolean(options.brotli) && compressible(file);
    const { body, etag } = await contents.read(file, compress && accepts);
    const vary = [hasEnglish && 'Accept-Language', compress && 'Accept-Encoding'].filter(Boolean).join(', ');
    const about: Record<string, string> = {
      'content-type': typeOf(file),
      'cache-control': /^assets\//.test(asked.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag,
      ...(vary && { vary }),
      ...(compress && accepts && { 'content-encoding': 'br' }),
    };
    if (asked.headers['if-none-match'] === etag) return { status: 304, headers: about };
    return { status: 200, headers: about, body };
  }

  async function handle(request: Incoming, response: Outgoing): Promise<void> {
    const asked = askedFor(request, base);
    const other = asked && (await intercepted?.(asked));
    const path = asked?.path ?? request.url ?? '';
    const end = () => {
      if (request instanceof Http2ServerRequest) request.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
      else request.socket.destroy();
    };
    if (other === 'cut') {
      requests.push({ path, status: 0, bytes: 0 });
      return end();
    }
    const own = other && other !== 'half' ? other : undefined;
    const reply = own ?? (asked ? await fileFor(asked) : outside(request, base));
    const { status = 200, body = '' } = reply;
    const sent = Buffer.from(request.method === 'HEAD' ? '' : body);
    const begun = other === 'half' ? sent.subarray(0, sent.length / 2) : sent;
    requests.push({ path, status: other === 'half' ? 0 : status, bytes: begun.length });
    const length = status === 304 ? {} : { 'content-length': Buffer.byteLength(body) };
    response.writeHead(status, { 'content-type': 'text/plain', ...length, ...reply.headers, ...headers });
    if (begun === sent) response.end(sent);
    else response.write(begun, end);
  }

  const listener = (request: Incoming, response: Outgoing & { destroy(): unknown }): void => {
    handle(request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  };

  async function restart(): Promise<void> {
    const made = certificate ? secureServer(certificate, listener) : createServer(listener);
    made.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    });
    await new Promise<void>((resolve, reject) => {
      made.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
    port = (made.address() as AddressInfo).port;
    server = made;
  }

  async function kill(): Promise<void> {
    const dying = server;
    server = undefined;
    if (!dying) return;
    const gone = new Promise((resolve) => dying.close(resolve));
    for (const socket of sockets) socket.destroy();
    await gone;
  }

  await restart();
  return {
    url: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}${base}`,
    protocol: certificate ? 'h2' : 'http1',
    browserArgs: certificate ? [`--ignore-certificate-errors-spki-list=${certificate.fingerprint}`] : [],
    requests,
    intercept: (answer) => void (intercepted = answer),
    serve: (folder) => void (root = folder),
    kill,
    restart,
  };
}

function secureServer({ key, cert }: Certificate, listener: (request: Incoming, response: never) => void): Server {
  const made = createSecureServer({ key, cert, allowHTTP1: true }, listener as never);
  made.on('sessionError', () => undefined).on('tlsClientError', () => undefined);
  return made;
}

const outside = (request: Incoming, base: string): Answer =>
  `${request.url}/` === base ? { status: 301, headers: { location: base } } : { status: 404, body: 'not found' };

/** `undefined` for what lies outside `base` or cannot be decoded. */
function askedFor(request: Incoming, base: string): Asked | undefined {
  try {
    const path = decodeURIComponent((request.url ?? '/').replace(/[?#].*$/, ''));
    if (!path.startsWith(base)) return undefined;
    return { method: request.method ?? 'GET', path: path.slice(base.length), headers: request.headers };
  } catch {
    return undefined;
  }
}
