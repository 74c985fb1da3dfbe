import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

/** How the interface is built: hashed files below `dist/assets`, and an `index.html` whose nonce the server fills in. */
export const webConfig: InlineConfig = {
  configFile: false,
  root: import.meta.dirname,
  plugins: [react()],
  // The server puts a fresh value in place of this for every page it hands out.
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    // An image as a data URL in a script would need no request, but pictures here are drawn.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: {
        // A shared part would be named after every page that shares it.
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0] ?? name}-[hash].js`,
        // Few files instead of a hundred small ones: what every page starts with, and what several pages share.
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], priority: 2 },
            { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 30_000 },
          ],
        },
      },
    },
  },
};
