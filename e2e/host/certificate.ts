import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Certificate {
  /** PEM. */
  key: string;
  /** PEM. */
  cert: string;
  /** Base64 SHA-256 of the public key, as Chromium's `--ignore-certificate-errors-spki-list` takes it. */
  fingerprint: string;
}

let made: Certificate | undefined;

/**
 * A self-signed certificate for 127.0.0.1 and localhost, valid for two days, one for all hosts of this process: a
 * browser has to be told of one only. `undefined` where `openssl` is missing; Node itself cannot make certificates.
 */
export const certificate = (): Certificate | undefined => (made ??= makeCertificate());

function makeCertificate(): Certificate | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'leitstern-host-'));
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  try {
    execFileSync('openssl', ['req', '-x509', '-days', '2', ...curve, ...names, '-keyout', keyFile, '-out', certFile], {
      stdio: 'pipe',
    });
    const [key, cert] = [readFileSync(keyFile, 'utf8'), readFileSync(certFile, 'utf8')];
    const publicKey = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
    return { key, cert, fingerprint: createHash('sha256').update(publicKey).digest('base64') };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
