import { createHash } from 'node:crypto';

/**
 * The page's Content-Security-Policy, the same in the page and as a header. The one inline style, which spares the first
 * scene a request, is let through by its hash; there is no inline script.
 */
export function contentSecurityPolicy(inlineStyle: string): string {
  const hash = createHash('sha256').update(inlineStyle).digest('base64');
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'sha256-${hash}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types svelte-trusted-html app-sw',
  ].join('; ');
}

/**
 * What a page can be kept from, by the standard's list (github.com/w3c/webappsec-permissions-policy, features.md); a browser
 * passes over those that it does not know. Writing to the clipboard is no standard feature yet.
 */
const off = `
  accelerometer ambient-light-sensor attribution-reporting autoplay battery bluetooth compute-pressure
  cross-origin-isolated direct-sockets display-capture encrypted-media execution-while-not-rendered
  execution-while-out-of-viewport fullscreen geolocation gyroscope hid identity-credentials-get idle-detection
  keyboard-map magnetometer mediasession microphone midi navigation-override otp-credentials payment
  picture-in-picture publickey-credentials-get screen-wake-lock serial storage-access sync-xhr usb
  window-management xr-spatial-tracking
`
  .trim()
  .split(/\s+/);

/** The camera is for codes that pass from one phone to another; an explanation can be shared. */
const own = ['camera=(self)', 'web-share=(self)'];

const headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'Permissions-Policy': [...own, ...off.map((feature) => `${feature}=()`)].join(', '),
};

/** What only a header can say comes on top of the page's policy. */
const headersWith = (policy: string) => ({
  'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
  ...headers,
});

const immutable = 'public, max-age=31536000, immutable';

/** The files that common hosts read their headers from, by name. GitHub Pages reads none: there the page's own holds. */
export function headerFiles(policy: string): Record<string, string> {
  const all = Object.entries(headersWith(policy));
  return {
    // Netlify and Cloudflare Pages
    _headers: [
      '/*',
      ...all.map(([name, value]) => `  ${name}: ${value}`),
      '  Cache-Control: no-cache',
      '/assets/*',
      '  ! Cache-Control',
      `  Cache-Control: ${immutable}`,
      '',
    ].join('\n'),
    _redirects: '/ /en.html 200! Language=en\n',
    '.htaccess': [
      '<IfModule mod_headers.c>',
      ...all.map(([name, value]) => `  Header always set ${name} "${value}"`),
      '  Header set Cache-Control "no-cache"',
      `  Header set Cache-Control "${immutable}" "expr=%{REQUEST_URI} =~ m#/assets/#"`,
      '</IfModule>',
      'AddType application/manifest+json .webmanifest',
      '<IfModule mod_rewrite.c>',
      '  RewriteEngine On',
      '  RewriteCond %{HTTP:Accept-Language} ^en [NC]',
      '  RewriteRule ^$ en.html [L]',
      '</IfModule>',
      '',
    ].join('\n'),
    // An add_header stands in a server block and a map cannot: hence two files.
    'nginx-http.conf': [
      '# Include in the http block.',
      'map $http_accept_language $leitstern_page { default index.html; ~*^en en.html; }',
      `map $uri $leitstern_cache { default no-cache; ~/assets/ "${immutable}"; }`,
      '',
    ].join('\n'),
    'nginx.conf': [
      '# Include in the server block, and again in each location with an add_header of its own: that one drops all others.',
      'index $leitstern_page;',
      'add_header Cache-Control $leitstern_cache always;',
      ...all.map(([name, value]) => `add_header ${name} "${value}" always;`),
      '',
    ].join('\n'),
  };
}
