import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';
import { createServer } from 'vite';
import { contentSecurityPolicy, headerFiles } from './policy.ts';

/** What `src/prerender.ts` exports. */
interface Prerender {
  languages: readonly string[];
  prerender: (language: string) => Promise<{ body: string; start: string; description: string; noscript: string }>;
}

const fill = (html: string, holes: Record<string, string>) =>
  Object.entries(holes).reduce((page, [hole, text]) => page.replaceAll(`<!--${hole}-->`, () => text), html);

/** What a later visit needs whatever its language. */
const laterChunks = /(storage\/open-store|domain\/skills|domain\/due)\.ts$|Today\.svelte$/;

/**
 * Makes the delivered pages out of the built `index.html`: one for each language with its first scene in it
 * (`index.html` is the source language's), and `app.html`, which the service worker starts later visits with and which
 * holds the beginning of Today in every language, see `src/start.ts`. The stylesheet of the first scene stands in the
 * page, so that it can be read after one round trip.
 */
export function pages(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'leitstern-pages',
    apply: (_config, { command, isPreview }) => command === 'build' || !!isPreview,
    enforce: 'post',
    /** `npm start` serves the visitor's language, as the header files make other hosts do. */
    configurePreviewServer(server) {
      server.middlewares.use((request, _response, next) => {
        const wanted = request.headers['accept-language']?.slice(0, 2);
        if (
          request.url === '/' &&
          wanted &&
          existsSync(join(server.config.root, server.config.build.outDir, `${wanted}.html`))
        )
          request.url = `/${wanted}.html`;
        next();
      });
    },
    configResolved(resolved) {
      config = resolved;
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const asset = bundle['index.html'];
        if (asset?.type !== 'asset') return this.error('no index.html in the bundle');
        const built = String(asset.source);
        const styles: string[] = [];
        let template = built.replace(/\s*<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/g, (_, file: string) => {
          const sheet = bundle[file];
          if (sheet?.type === 'asset') styles.push(String(sheet.source));
          return '';
        });
        const style = styles.join('').trim();
        const policy = contentSecurityPolicy(style);
        template = fill(template, {
          policy: `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
        }).replace('</head>', () => `  <style>${style}</style>\n  </head>`);

        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const preload = (modules: RegExp) => {
          const wanted = chunks.filter(({ moduleIds }) => moduleIds.some((id) => modules.test(id)));
          return [...new Set(wanted.flatMap(({ fileName, imports }) => [fileName, ...imports]))]
            .filter((fileName) => !template.includes(fileName))
            .map((fileName) => `<link rel="modulepreload" crossorigin href="./${fileName}">`)
            .join('');
        };
        const withHead = (page: string, more: string) => page.replace('</head>', () => `${more}\n  </head>`);
        const server = await renderer(config);
        try {
          const { languages, prerender } = (await server.ssrLoadModule('/prerender.ts')) as Prerender;
          const delivered = await Promise.all(
            languages.map(async (language) => ({ language, ...(await prerender(language)) })),
          );
          for (const [i, { language, body, ...texts }] of delivered.entries()) {
            const page = fill(template, { app: body, ...texts }).replace(
              /<html lang="\w+"/,
              `<html lang="${language}"`,
            );
            const first = preload(new RegExp(`(i18n/${language}\\.ts|virtual:first/${language})$`));
            const fileName = i ? `${language}.html` : 'index.html';
            this.emitFile({ type: 'asset', fileName, source: withHead(page, first) });
          }
          const starts = delivered.map(
            ({ language, start }) => `<div lang="${language}" data-start hidden>${start}</div>`,
          );
          const script = `src="./${chunks.find(({ name }) => name === 'start')!.fileName}"`;
          const later = fill(template, { ...delivered[0]!, app: starts.join('') })
            // Chromium then paints nothing before it has chosen one of the languages.
            .replace(script, () => `blocking="render" ${script}`);
          this.emitFile({ type: 'asset', fileName: 'app.html', source: withHead(later, preload(laterChunks)) });
        } finally {
          await server.close();
        }
        for (const [fileName, source] of Object.entries(headerFiles(policy)))
          this.emitFile({ type: 'asset', fileName, source });
      },
    },
  };
}

/** A server of its own, which knows the same sources as the build. */
const renderer = (config: ResolvedConfig) =>
  createServer({
    configFile: config.configFile ?? false,
    cacheDir: config.cacheDir,
    mode: 'production',
    logLevel: 'warn',
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
  });
