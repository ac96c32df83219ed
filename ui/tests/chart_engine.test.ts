// The real window freezes Object.prototype: the drawing engine, as it is built, has to load and draw there too.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { expect, test } from 'vitest';

const DRAWING = `
Object.freeze(Object.prototype);
const { init } = await import('./engine.mjs');
for (const type of ['bar', 'line']) {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 400, height: 300 });
  chart.setOption({ animation: false, xAxis: { type: 'category', data: ['رجب', 'شعبان'] }, yAxis: {}, series: [{ type, data: [1, 2], areaStyle: {} }] });
  console.log(chart.renderToSVGString());
  chart.dispose();
}
`;

test('a chart is drawn where nothing may be added to every object', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chart-'));
  try {
    await build({
      logLevel: 'silent',
      build: {
        outDir: folder,
        emptyOutDir: false,
        minify: false,
        lib: { entry: 'src/parts/chart-engine.ts', formats: ['es'], fileName: () => 'engine.mjs' },
      },
    });
    writeFileSync(join(folder, 'draw.mjs'), DRAWING);
    const drawn = execFileSync(process.execPath, [join(folder, 'draw.mjs')], { encoding: 'utf8', timeout: 30_000 });
    expect(drawn.match(/<svg/g)).toHaveLength(2);
    expect(drawn).toContain('شعبان');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
