import { resolve } from 'node:path';
import pkg from './package.json' with { type: 'json' };
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { allInLatin1, chunkGroups, compiledEarly } from './src/build/chunks.ts';
import { integrity } from './src/build/integrity.ts';
import { licences } from './src/build/licences.ts';
import { pages } from './src/build/pages.ts';
import { rescue } from './src/build/rescue.ts';
import { content } from './src/content/plugin.ts';
import { chromiumArgs, findChromium } from './e2e/browser.ts';

const whole = integrity();

export default defineConfig({
  root: 'src',
  publicDir: '../public',
  base: './',
  define: { __APP_VERSION__: JSON.stringify(pkg.version) },
  cacheDir: '../node_modules/.vite',
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: chunkGroups(resolve('src')) } } },
  },
  server: { fs: { allow: ['..'] } },
  plugins: [
    content('scenarios'),
    svelte({ configFile: false }),
    compiledEarly('first', 'keeping'),
    allInLatin1(),
    pages(),
    whole.plugin,
    licences(import.meta.dirname, pkg),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      includeManifestIcons: false,
      manifest: {
        id: './',
        name: 'Leitstern',
        short_name: 'Leitstern',
        description: 'Training für das Kundenleitbild',
        lang: 'de',
        start_url: './',
        scope: './',
        display: 'standalone',
        background_color: '#202c56',
        theme_color: '#202c56',
        icons: [
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['app.html', 'assets/*', 'icon-64.png', 'licences.json'],
        navigateFallback: 'app.html',
        navigateFallbackDenylist: [/\.(?!html$)\w+$/],
        inlineWorkboxRuntime: true,
        cleanupOutdatedCaches: true,
        // The first page is served from the cache too, as soon as there is one: another language, offline.
        clientsClaim: true,
        manifestTransforms: [whole.transform],
      },
    }),
    rescue(),
  ],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          root: '.',
          include: ['src/**/*.test.ts', 'e2e/**/*.test.ts'],
          exclude: ['src/**/*.svelte.test.ts'],
          environment: 'node',
          // One process for many files, which takes less than half the time: no test leaves anything behind.
          isolate: false,
          unstubGlobals: true,
          restoreMocks: true,
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          root: '.',
          include: ['src/**/*.svelte.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: findChromium() ?? '', args: chromiumArgs } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
