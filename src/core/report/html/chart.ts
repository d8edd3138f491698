import { scaleBand, scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { Corpus } from '../../coverage/corpus';
import type { Chart } from '../model';
import { cellText, figureText, render, type ReportWords } from '../words';
import { escapeHtml } from './escape';
import { clip } from '../../text/clip';

const lineWidth = 720;
/** Narrow, so that its words are still legible where the page is. */
const barsWidth = 480;
const rowHeight = 22;
const labelWidth = 190;
/** Characters of a label that fit. */
const longestLabel = 23;
const lineHeight = 240;

/**
 * A chart as SVG without scripts, styles or colours of its own (classes are styled by the page). Its figures stand
 * in a table beside it, so the picture carries a title and a description and needs no more.
 */
export function renderChart(chart: Chart, corpus: Corpus, words: ReportWords): string {
  const title = escapeHtml(render(words, chart.title));
  const description = escapeHtml(words.t('report.chart.inTable'));
  const isBars = chart.kind === 'bars';
  const width = isBars ? barsWidth : lineWidth;
  const height = isBars ? chart.points.length * rowHeight + 24 : lineHeight;
  const body = isBars ? bars(chart, corpus, words, height) : trend(chart, corpus, words);
  return [
    `<figure class="chart ${chart.kind}"><figcaption>${title}</figcaption>`,
    `<svg role="img" aria-labelledby="${chart.id}-t ${chart.id}-d" viewBox="0 0 ${String(width)} ${String(height)}">`,
    `<title id="${chart.id}-t">${title}</title><desc id="${chart.id}-d">${description}</desc>`,
    body,
    '</svg></figure>',
  ].join('');
}

function bars({ points }: Chart, corpus: Corpus, words: ReportWords, height: number): string {
  const x = scaleLinear()
    .domain([0, 1])
    .range([labelWidth, barsWidth - 60]);
  const y = scaleBand<number>()
    .domain(points.map((_, index) => index))
    .range([0, height - 24])
    .padding(0.25);
  const grid = x
    .ticks(5)
    .map(
      (tick) =>
        `<line class="grid" x1="${n(x(tick))}" x2="${n(x(tick))}" y1="0" y2="${n(height - 24)}"/>` +
        `<text class="tick" text-anchor="middle" x="${n(x(tick))}" y="${n(height - 8)}">${String(Math.round(tick * 100))}%</text>`,
    );
  const rows = points.map(({ label, figure }, index) => {
    const top = y(index) ?? 0;
    const end = x(figure.value ?? 0);
    const middle = top + y.bandwidth() / 2;
    return (
      `<text class="label" text-anchor="end" dominant-baseline="middle" x="${n(labelWidth - 8)}" y="${n(middle)}">${escapeHtml(clip(cellText(words, corpus, label), longestLabel))}</text>` +
      `<rect class="bar" x="${n(labelWidth)}" y="${n(top)}" width="${n(Math.max(0, end - labelWidth))}" height="${n(y.bandwidth())}"/>` +
      `<text class="value" dominant-baseline="middle" x="${n(end + 6)}" y="${n(middle)}">${figureText(figure)}</text>`
    );
  });
  return [...grid, ...rows].join('');
}

function trend({ points }: Chart, corpus: Corpus, words: ReportWords): string {
  const x = scalePoint<number>()
    .domain(points.map((_, index) => index))
    .range([60, lineWidth - 40])
    .padding(0.5);
  const y = scaleLinear()
    .domain([0, 1])
    .range([lineHeight - 40, 24]);
  const grid = y
    .ticks(5)
    .map(
      (tick) =>
        `<line class="grid" x1="60" x2="${n(lineWidth - 40)}" y1="${n(y(tick))}" y2="${n(y(tick))}"/>` +
        `<text class="tick" text-anchor="end" dominant-baseline="middle" x="52" y="${n(y(tick))}">${String(Math.round(tick * 100))}%</text>`,
    );
  const known = points
    .map(({ figure, label }, index) => ({ index, label, figure, value: figure.value }))
    .filter((point): point is typeof point & { value: number } => point.value !== null);
  const path = line<(typeof known)[number]>()
    .x(({ index }) => x(index) ?? 0)
    .y(({ value }) => y(value))(known);
  const marks = known.map(
    ({ index, label, figure, value }) =>
      `<circle class="mark" r="4" cx="${n(x(index) ?? 0)}" cy="${n(y(value))}"/>` +
      `<text class="value" text-anchor="middle" x="${n(x(index) ?? 0)}" y="${n(y(value) - 10)}">${figureText(figure)}</text>` +
      `<text class="tick" text-anchor="middle" x="${n(x(index) ?? 0)}" y="${n(lineHeight - 16)}">${escapeHtml(cellText(words, corpus, label))}</text>`,
  );
  return [...grid, path === null ? '' : `<path class="line" d="${path}"/>`, ...marks].join('');
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
