import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // The gateway replaces the placeholder in index.html; Vite puts it on every script and style it writes.
  html: { cspNonce: '__NONCE__' },
  resolve: { conditions: ['source', ...defaultClientConditions] },
  // No data: URLs, so that fonts and pictures pass `default-src 'self'`.
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0 },
});
