import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

// Which style file a page loads first depends on how the build cuts its chunks, and the first naming of the layers decides which
// wins: so every file begins with it. (Minifying drops the bare statement of ui/layers.css.)
const layersFirst: Plugin = {
  name: 'layers-first',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'asset' && file.fileName.endsWith('.css')) file.source = `@layer base,ui,page;${String(file.source)}`;
    }
  },
};

export default defineConfig({
  plugins: [react(), layersFirst],
  // The gateway replaces the placeholder in index.html; Vite puts it on every script and style it writes.
  html: { cspNonce: '__NONCE__' },
  resolve: { conditions: ['source', ...defaultClientConditions] },
  // No data: URLs, so that fonts and pictures pass `default-src 'self'`.
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // start.ts has to run before any schema is made: a chunk of schemas evaluated first would probe `Function('')` and break the policy.
    rolldownOptions: { output: { strictExecutionOrder: true } },
  },
});
