/**
 * Colours are VS Code's where it shows the page, else those of the reader's scheme; shading is mixed into the
 * background so that text keeps its contrast; in forced colours borders say what shading said.
 */
const sheet = `
:root {
  color-scheme: light dark;
  --bg: var(--vscode-editor-background, #ffffff);
  --fg: var(--vscode-editor-foreground, #1f1f1f);
  --muted: var(--vscode-descriptionForeground, #5a5a5a);
  --border: var(--vscode-contrastBorder, var(--vscode-editorWidget-border, #c8c8c8));
  --accent: var(--vscode-textLink-foreground, #005fb8);
  --shade: var(--vscode-charts-blue, #1a85ff);
  --focus: var(--vscode-focusBorder, #005fb8);
  --widget: var(--vscode-editorWidget-background, #f5f5f5);
  --input: var(--vscode-input-background, #ffffff);
}
@media (prefers-color-scheme: dark) {
  :root {
    --bg: var(--vscode-editor-background, #1f1f1f);
    --fg: var(--vscode-editor-foreground, #e0e0e0);
    --muted: var(--vscode-descriptionForeground, #a8a8a8);
    --border: var(--vscode-contrastBorder, var(--vscode-editorWidget-border, #4a4a4a));
    --accent: var(--vscode-textLink-foreground, #4daafc);
    --focus: var(--vscode-focusBorder, #4daafc);
    --widget: var(--vscode-editorWidget-background, #2b2b2b);
    --input: var(--vscode-input-background, #313131);
  }
}
body.vscode-light, body.vscode-high-contrast-light { color-scheme: light; }
body.vscode-dark, body.vscode-high-contrast { color-scheme: dark; }
* { box-sizing: border-box; }
body {
  margin: 0; padding: 1.5rem; max-width: 90rem;
  background: var(--bg); color: var(--fg);
  font: 0.9375rem/1.6 var(--vscode-font-family, system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif);
}
h1, h2, p, li, caption, figcaption, dialog { overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0 0 0.5rem; }
h2 { font-size: 1.2rem; margin: 2.25rem 0 0.75rem; border-bottom: 1px solid var(--border); }
a, button.n { color: var(--accent); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; padding: 0; margin: 0; list-style: none; }
.scroll { position: relative; overflow-x: auto; margin-bottom: 0.5rem; }
table { border-collapse: collapse; min-width: 40%; }
caption { text-align: start; font-weight: 600; padding: 0.5rem 0; position: sticky; inset-inline-start: 0; width: fit-content; max-width: min(60rem, 90vw); }
th, td { border: 1px solid var(--border); padding: 0.25rem 0.5rem; text-align: start; vertical-align: top; }
thead th { background: var(--widget); white-space: nowrap; }
thead th.prose { white-space: normal; min-width: 7em; }
tbody th { font-weight: 500; min-width: 10rem; max-width: 20rem; overflow-wrap: anywhere; background: var(--bg); }
tbody th, thead th:first-child { position: sticky; inset-inline-start: 0; }
@media screen { :is(tbody th, thead th:first-child)::after { content: ""; position: absolute; inset: 0 -1px 0 auto; border-inline-end: 1px solid var(--border); } }
@media screen { caption[data-wide]::after { content: " · " attr(data-wide); color: var(--muted); font-weight: normal; font-size: 0.85em; } }
@media screen and (max-width: 60rem) {
  tbody th { min-width: 8rem; }
  td > .quotes { min-width: 13rem; }
}
@media screen and (max-width: 40rem) {
  figure.line svg text { font-size: 22px; }
  figure.bars svg text { font-size: 14px; }
}
@media screen and (max-width: 48rem) {
  th, td { padding-inline: 0.3rem; }
  thead th { white-space: normal; font-size: 0.85em; }
  thead button.sort { padding: 0; text-align: inherit; }
  tbody th { min-width: 6.5rem; max-width: 7.5rem; }
  :is(#trend-year, #trend-level) tbody th { min-width: 3.5rem; }
  table.cards, .cards :is(caption, thead, tbody) { display: block; max-width: 100%; }
  :is(.cards, .stack) tr th:nth-child(n)::after { content: none; }
  .cards tr { display: grid; grid-template-columns: repeat(4, 1fr); border: 1px solid var(--border); border-top-width: 0; }
  .cards thead tr { display: flex; flex-wrap: wrap; border-top-width: 1px; background: var(--widget); }
  .cards tr :is(th, td) { border: 0; padding-inline: 0.35rem; min-width: auto; max-width: none; text-align: start; overflow-wrap: anywhere; }
  .cards tr :is(th:first-child, .prose) { grid-column: 1 / -1; }
  .cards td:empty { display: none; }
  .cards button.n { padding: 0; }
  .cards td::before { content: attr(data-label); content: attr(data-label) / ""; display: block; color: var(--muted); font-size: 0.85em; }
  .cards td.prose::before { display: inline; margin-inline-end: 0.5em; }
  table.stack { display: grid; grid-template-columns: 1fr; }
  .stack.s1 { grid-template-columns: minmax(5rem, 1fr) auto; }
  .stack.s2 { grid-template-columns: minmax(5rem, 1fr) repeat(2, auto); }
  .stack.s3 { grid-template-columns: minmax(5rem, 1fr) repeat(3, auto); }
  .stack.s4 { grid-template-columns: repeat(4, 1fr); }
  .stack :is(caption, thead, tbody, tr, .prose), .s4 th:first-child { grid-column: 1 / -1; }
  .stack :is(thead, tbody, tr) { display: grid; grid-template-columns: subgrid; }
  .stack tr { grid-auto-flow: row dense; border: 1px solid var(--border); border-top-width: 0; }
  .stack thead tr { border-top-width: 1px; background: var(--widget); font-size: 0.85em; }
  .stack tr :is(th, td) { border: 0; padding-inline: 0.35rem; min-width: auto; max-width: none; }
  .stack th.prose:not(:focus-within) { position: absolute; width: 1px; height: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); }
  .stack td.prose:empty { display: none; }
  .stack td.prose::before { content: attr(data-label); content: attr(data-label) / ""; margin-inline-end: 0.5em; color: var(--muted); font-size: 0.85em; }
}
.long { scroll-margin-top: 0.5rem; }
@media screen { body:not(.whole) .long { content-visibility: auto; contain-intrinsic-size: auto 3600px; } }
.pager { position: sticky; bottom: 0; display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 0.75rem; padding: 0.4rem 0; background: var(--bg); border-top: 1px solid var(--border); }
.pager button { border-color: var(--muted); padding: 0.05rem 0.6rem; }
.pager button[aria-disabled="true"] { color: var(--muted); border-style: dashed; cursor: default; }
@media (min-width: 48.01rem) {
  #documents td:nth-child(2) { min-width: 16rem; }
  #documents td:nth-child(3) { min-width: 10rem; }
  #documents td:last-child { min-width: 18rem; }
}
.num { text-align: end; font-variant-numeric: tabular-nums; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.codes summary { width: fit-content; cursor: pointer; }
.codes dl { columns: 18rem; margin: 0.25rem 0; }
.codes dt { float: inline-start; clear: inline-start; min-width: 3.5rem; font-weight: 600; }
.codes dd { margin: 0; padding-inline-start: 3.5rem; break-inside: avoid; }
abbr { text-decoration: none; border-bottom: 1px dotted var(--muted); cursor: help; }
button { font: inherit; color: inherit; background: transparent; border: 1px solid transparent; padding: 0 0.2rem; cursor: pointer; }
button.n { text-decoration: underline; text-decoration-style: dotted; text-underline-offset: 0.2em; }
button.sort { font-weight: inherit; }
th[aria-sort="ascending"] .sort::after { content: " ▲"; }
th[aria-sort="descending"] .sort::after { content: " ▼"; }
td.heat button.n { color: inherit; }
.h1 { background: color-mix(in srgb, var(--shade) 8%, var(--bg)); }
.h2 { background: color-mix(in srgb, var(--shade) 15%, var(--bg)); }
.h3 { background: color-mix(in srgb, var(--shade) 22%, var(--bg)); }
.h4 { background: color-mix(in srgb, var(--shade) 29%, var(--bg)); }
.h5 { background: color-mix(in srgb, var(--shade) 36%, var(--bg)); }
.status { white-space: nowrap; border: 1px solid var(--border); border-radius: 0.75em; padding: 0 0.5em; }
.missing, .open { border-style: dashed; font-weight: 600; }
.thin, .weak { border-style: dotted; }
@media (min-width: 60.01rem) { td > .quotes { min-width: 16rem; } }
.quotes, .quotes ol { margin: 0; padding-inline-start: 1.1rem; }
[id^="gaps-"] td:nth-child(n + 3) { min-width: 14rem; }
.quote { quotes: none; }
.note, .place { color: var(--muted); }
.notice { max-width: 60rem; margin: 0.5rem 0; padding: 0.25rem 0.75rem; border: 1px solid var(--muted); border-inline-start-width: 4px; }
.note { margin: 0.25rem 0; max-width: 60rem; }
.place { font-size: 0.85em; white-space: nowrap; }
.from { color: var(--muted); font-size: 0.85em; overflow-wrap: anywhere; }
button.jump { text-decoration: underline; text-underline-offset: 0.2em; }
dialog .place { white-space: normal; }
dialog button.jump { text-decoration: none; }
fieldset { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; min-width: 0; border: 1px solid var(--border); margin: 1rem 0; }
fieldset[hidden], tr[hidden] { display: none; }
label { min-width: 0; }
select, input { max-width: 100%; font: inherit; color: inherit; background: var(--input); border: 1px solid var(--muted); padding: 0.1rem 0.3rem; }
dialog { width: min(60rem, 92vw); max-height: 86vh; overflow: auto; padding: 0 1rem 1rem; background: var(--bg); color: var(--fg); border: 1px solid var(--muted); }
dialog::backdrop { background: rgb(0 0 0 / 0.4); }
dialog[open]:not(:modal) { position: fixed; inset: 0; height: fit-content; margin: auto; z-index: 1; box-shadow: 0 0 0 100vmax rgb(0 0 0 / 0.4); }
dialog .top { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: 0.75rem; justify-content: space-between; align-items: flex-start; padding: 0.75rem 0; background: var(--bg); border-bottom: 1px solid var(--border); }
dialog h2 { flex: 1 1 8rem; margin: 0; border: 0; overflow-wrap: break-word; }
dialog .close { flex: none; }
dialog li { margin-bottom: 0.4rem; }
dialog .bar { display: flex; gap: 0.75rem; justify-content: flex-end; }
dialog button, button.find { border-color: var(--muted); padding: 0.15rem 0.75rem; }
figure.chart { margin: 0 0 1rem; max-width: 48rem; }
figure.bars { max-width: 34rem; }
figcaption { font-weight: 600; }
svg text { fill: var(--fg); font-size: 12px; }
svg .tick { fill: var(--muted); }
svg .grid { stroke: var(--border); }
svg rect.bar { fill: var(--shade); }
svg path.line { fill: none; stroke: var(--shade); stroke-width: 2; }
svg circle.mark { fill: var(--shade); }
dl.provenance { display: grid; grid-template-columns: max-content 1fr; gap: 0.1rem 1rem; color: var(--muted); }
dl.provenance dd { margin: 0; overflow-wrap: anywhere; }
@media (forced-colors: active) { :is(.h1, .h2, .h3, .h4, .h5) { border-width: 2px; } svg rect.bar { fill: CanvasText; } }
@page { size: A4 landscape; margin: 14mm 12mm; }
@media print {
  nav, fieldset, .jump { display: none; }
  body { padding: 0; max-width: none; font-size: 9pt; }
  h2, caption, thead { break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  figure.chart, tr { break-inside: avoid; }
  .scroll { position: static; overflow: visible; }
  caption, tbody th, thead th:first-child { position: static; }
  th, td { padding: 0.2rem 0.3rem; }
  thead th { white-space: normal; word-break: keep-all; }
  .codes::details-content { content-visibility: visible; }
  button { padding: 0; }
  a, button.n { color: inherit; text-decoration: none; }
  abbr { border-bottom: 0; }
  button.sort { display: contents; }
}
`;

/**
 * The page's style sheet. Where scripts run, a long table's rows are laid out only as far as its pager will show them,
 * and when they come near the window.
 *
 * @param pageRows Rows of a table that are shown at once.
 */
export function styleOf(pageRows: number): string {
  return `${sheet}@media screen and (scripting: enabled) { .long tbody tr:nth-child(n + ${String(pageRows + 1)}) { display: none; } html { scroll-padding-bottom: 3.5rem; } }
`;
}
