import { createHash } from 'node:crypto';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import packageJson from './package.json' with { type: 'json' };
import { ROLLDOWN_OPTIONS } from './scripts/lib/bundling.mjs';

/**
 * The two style elements that react-aria writes into the page itself (usePress, usePreventScroll). The policy lets in exactly
 * these texts, by their hashes; an end-to-end test fails when the library changes them.
 */
const LIBRARY_STYLES = [
  '@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}',
  '@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}',
];
const STYLE_HASHES = LIBRARY_STYLES.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);

/**
 * No inline script or style, no request to anyone else: what the page may do is written into the page itself. The kernel of
 * src/geo is a WebAssembly module; compiling one is all that its word allows.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  `style-src 'self' ${STYLE_HASHES.join(' ')}`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self' blob:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

export default defineConfig({
  base: './',
  define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
  plugins: [
    react(),
    contentSecurityPolicy(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: 'Giáp Ranh',
        short_name: 'Giáp Ranh',
        description: 'Bản đồ vùng giáp ranh của cụm liên kết',
        lang: 'vi',
        display: 'standalone',
        start_url: './',
        scope: './',
        theme_color: '#0f5c5c',
        background_color: '#f7f8f8',
        icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
      workbox: {
        // All that the app ever loads: pages, code, workers, fonts, boundary layers. Fonts come as woff2 only.
        globPatterns: ['**/*.{html,js,mjs,css,svg,woff2,wasm,json,webmanifest}'],
        maximumFileSizeToCacheInBytes: 6 * 1024 * 1024,
        cleanupOutdatedCaches: true,
        navigateFallback: 'index.html',
      },
    }),
  ],
  worker: { format: 'es', rolldownOptions: ROLLDOWN_OPTIONS },
  build: {
    // The list of a patrol's stops and a speaker's notes are pages of their own: neither needs the map.
    rolldownOptions: { ...ROLLDOWN_OPTIONS, input: ['index.html', 'list.html', 'speaker.html'] },
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2500,
  },
});
