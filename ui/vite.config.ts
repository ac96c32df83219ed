import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * The window freezes `Object.prototype`, so that nothing can be slipped into every object. The drawing engine assigns
 * the inherited name `constructor` to a plain object while it is loaded, which a frozen prototype refuses: it defines it
 * instead.
 */
function underFrozenPrototype(): Plugin {
  const assigned = 'target[name_1] = noop;';
  return {
    name: 'under-frozen-prototype',
    transform(code, id) {
      if (!/echarts\/lib\/core\/Scheduler\.js/.test(id)) return undefined;
      if (!code.includes(assigned))
        this.error('The drawing engine has changed: see whether it loads where Object.prototype is frozen.');
      return {
        code: code.replace(
          assigned,
          'Object.defineProperty(target, name_1, { value: noop, writable: true, enumerable: true, configurable: true });',
        ),
        map: null,
      };
    },
  };
}

export default defineConfig({
  // Relative addresses: the same files are served by the desktop window and by the loopback host.
  base: './',
  plugins: [svelte(), underFrozenPrototype()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['safari16', 'chrome111'],
    // Fonts and images stay files: the content security policy allows fonts from 'self' only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: { host: '127.0.0.1', port: 5173, strictPort: true },
  test: { include: ['tests/**/*.test.ts'], environment: 'node' },
});
