import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy, headerFiles } from './policy';

type Headers = Record<string, string>;

const found = (text: string, pattern: RegExp): Headers =>
  Object.fromEntries([...text.matchAll(pattern)].map(([, name, value]) => [name!, value!]));

/** How each host reads its file; what it says about caching differs by path and is left out. */
const readers: Record<string, (text: string) => Headers> = {
  _headers: (text) => found(text.split('/assets/*')[0]!, /^ {2}([\w-]+): (.+)$/gm),
  '.htaccess': (text) => found(text, /^ {2}Header always set ([\w-]+) "([^"]*)"$/gm),
  'nginx.conf': (text) => found(text, /^add_header ([\w-]+) "([^"]*)" always;$/gm),
};

/** What each host says about the caching of an address. */
const cachingOf: Record<string, (text: string, address: string) => string | undefined> = {
  // Every matching section adds to the ones before, unless it takes the header off first.
  _headers: (text, address) => {
    const sections = text.split(/^(?=\/)/m).filter((section) => address.startsWith(section.split('*')[0]!));
    const lines = sections.flatMap((section) => section.match(/^ {2}(! )?Cache-Control.*$/gm) ?? []);
    const since = lines.findLastIndex((line) => line.startsWith('  !')) + 1;
    return lines
      .slice(since)
      .map((line) => line.split(': ')[1])
      .join(', ');
  },
  '.htaccess': (text, address) =>
    [
      ...text.matchAll(/^ {2}Header set Cache-Control "([^"]+)"(?: "expr=%\{REQUEST_URI\} =~ m#([^#]+)#")?$/gm),
    ].findLast(([, , pattern]) => !pattern || new RegExp(pattern).test(address))?.[1],
  'nginx.conf': (text, address) => {
    const [, usual, pattern, other] = /^map \$uri \$leitstern_cache \{ default ([^;]+); ~(\S+) "([^"]+)"; \}$/m.exec(
      files['nginx-http.conf']!,
    )!;
    expect(text).toMatch(/^add_header Cache-Control \$leitstern_cache always;$/m);
    return new RegExp(pattern!).test(address) ? other : usual;
  },
};

const policy = contentSecurityPolicy('body{margin:0}');
const files = headerFiles(policy);
const headersIn = (file: string): Headers => {
  const { 'Cache-Control': _, ...headers } = readers[file]!(files[file]!);
  return headers;
};

const directives = (text: string): Map<string, string> =>
  new Map(text.split('; ').map((each) => [each.split(' ')[0]!, each.split(' ').slice(1).join(' ')]));

describe('the files that hosts read their headers from', () => {
  test.each(Object.keys(readers))('%s says all that only a header can say', (file) => {
    expect(headersIn(file)).toEqual({
      'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Strict-Transport-Security': expect.stringMatching(/^max-age=\d{8}$/) as string,
      'Permissions-Policy': expect.stringMatching(
        /^camera=\(self\), web-share=\(self\)(, [a-z-]+=\(\)){30,}$/,
      ) as string,
    });
  });

  test('nginx takes every line of both files: none is a comment but the one that says where it goes', () => {
    for (const file of ['nginx.conf', 'nginx-http.conf']) {
      const [comment, ...lines] = files[file]!.trimEnd().split('\n');
      expect(comment, file).toMatch(/^# Include in the (server|http) block/);
      for (const line of lines) expect(line, file).toMatch(/^(add_header|index|map) .*[;}]$/);
    }
  });

  test('every feature that a page can be kept from is off, once, but for the two that the app uses', () => {
    const features = headersIn('_headers')
      ['Permissions-Policy']!.split(', ')
      .map((each) => each.split('=')[0]!);
    expect(new Set(features).size).toBe(features.length);
    expect(features).toEqual(
      expect.arrayContaining(['geolocation', 'microphone', 'payment', 'usb', 'display-capture']),
    );
  });

  test('no other file is made, so none is left out here', () => {
    expect(Object.keys(files).sort()).toEqual([...Object.keys(readers), 'nginx-http.conf', '_redirects'].sort());
  });

  test.each(Object.keys(readers))(
    '%s keeps files with a hash in their name for long, and asks for all others',
    (file) => {
      expect(cachingOf[file]!(files[file]!, '/index.html')).toBe('no-cache');
      expect(cachingOf[file]!(files[file]!, '/sw.js')).toBe('no-cache');
      expect(cachingOf[file]!(files[file]!, '/assets/main-x1.js')).toBe('public, max-age=31536000, immutable');
    },
  );
});

describe('the policy', () => {
  test('allows nothing that it does not name, no script but files of its own, and Trusted Types only', () => {
    const all = directives(policy);
    expect(all.get('default-src')).toBe("'none'");
    expect(all.get('script-src')).toBe("'self'");
    expect(all.get('require-trusted-types-for')).toBe("'script'");
    expect(all.get('trusted-types')).toBe('svelte-trusted-html app-sw');
    expect([all.get('base-uri'), all.get('form-action'), all.get('object-src')]).toEqual([
      "'none'",
      "'none'",
      "'none'",
    ]);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  test('lets the one style through that stands in the page', () => {
    expect(directives(policy).get('style-src')).toMatch(/^'self' 'sha256-[\w+/]{43}='$/);
    expect(contentSecurityPolicy('body{margin:1px}')).not.toBe(policy);
  });
});
