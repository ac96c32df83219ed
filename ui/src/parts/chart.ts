// What a chart of ours looks like, as options of the drawing engine. Colours come from the tokens of the page.
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption, TooltipComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

export type Series = {
  name: string;
  values: (number | null)[];
  tone?: 1 | 2 | 3 | 4 | 5 | 'muted';
  area?: boolean;
  dashed?: boolean;
};
export type Look = {
  kind: 'bars' | 'lines';
  labels: string[];
  series: Series[];
  stacked: boolean;
  rtl: boolean;
  format: (n: number) => string;
  token: (name: string) => string;
};

type Option = ComposeOption<BarSeriesOption | LineSeriesOption | GridComponentOption | TooltipComponentOption>;

export function toneToken(series: Series, index: number): string {
  return `--chart-${series.tone ?? (index % 5) + 1}`;
}

/** The engine lays the bars of a label from left to right, whichever way the labels run; reading from the right they are turned. */
function inOrder(series: Series[], turned: boolean): { one: Series; i: number }[] {
  const order = series.map((one, i) => ({ one, i }));
  return turned ? order.reverse() : order;
}

export function options({ kind, labels, series, stacked, rtl, format, token }: Look): Option {
  const text = { color: token('--muted'), fontFamily: token('--font'), fontSize: 12 };
  return {
    // A figure is there at once: nobody waits for it to grow, and no engine stops half-way.
    animation: false,
    textStyle: { fontFamily: token('--font') },
    grid: { left: 6, right: 6, top: 14, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis',
      confine: true,
      axisPointer: {
        type: kind === 'bars' ? 'shadow' : 'line',
        shadowStyle: { color: token('--line-2'), opacity: 0.5 },
        lineStyle: { color: token('--muted') },
      },
      backgroundColor: token('--card'),
      borderColor: token('--line'),
      textStyle: { color: token('--ink'), fontFamily: token('--font'), fontSize: 13 },
      extraCssText: `direction:${rtl ? 'rtl' : 'ltr'};text-align:start;border-radius:8px`,
      valueFormatter: (value) => (typeof value === 'number' ? format(value) : '—'),
    },
    // Time runs the way one reads; the value axis stands where reading begins.
    xAxis: {
      type: 'category',
      data: labels,
      inverse: rtl,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: token('--line') } },
      axisLabel: { ...text, hideOverlap: true, interval: labels.length <= 12 ? 0 : 'auto' },
    },
    yAxis: {
      type: 'value',
      position: rtl ? 'right' : 'left',
      splitLine: { lineStyle: { color: token('--line') } },
      axisLabel: { ...text, formatter: (value: number) => format(value) },
    },
    series: inOrder(series, kind === 'bars' && !stacked && rtl).map(({ one, i }) => {
      const color = token(toneToken(one, i));
      const common = { name: one.name, data: one.values, itemStyle: { color }, stack: stacked ? 'all' : undefined };
      return kind === 'bars'
        ? {
            ...common,
            type: 'bar' as const,
            barMaxWidth: 26,
            barGap: '12%',
            barCategoryGap: '36%',
            itemStyle: { color, borderRadius: stacked ? 0 : [3, 3, 0, 0] },
          }
        : {
            ...common,
            type: 'line' as const,
            symbol: 'circle',
            symbolSize: 7,
            lineStyle: { color, width: 2, type: one.dashed ? ('dashed' as const) : ('solid' as const) },
            areaStyle: one.area ? { color, opacity: 0.12 } : undefined,
          };
    }),
  };
}
