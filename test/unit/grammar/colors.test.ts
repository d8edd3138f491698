import assert from 'node:assert/strict';
import { contributes } from '../support/manifest';

type Theme = 'light' | 'dark' | 'highContrast' | 'highContrastLight';
type Triple = readonly [number, number, number];
const { colors } = contributes;
const kinds = ['problem', 'pathway', 'safeguard', 'actor', 'instrument'] as const;

/**
 * Editor background and text of VS Code's four default themes; the least contrast that WCAG 2.2 asks of text
 * (1.4.3 AA, in high contrast 1.4.6 AAA); the least distance between two kinds in CIE L*a*b* (measured: the
 * palette reaches 19.8, in the light high-contrast theme, where all must be dark, 17.2).
 */
const themes: Readonly<Record<Theme, { background: string; text: string; contrast: number; apart: number }>> =
  {
    light: { background: '#ffffff', text: '#3b3b3b', contrast: 4.5, apart: 19 },
    dark: { background: '#1f1f1f', text: '#cccccc', contrast: 4.5, apart: 19 },
    highContrast: { background: '#000000', text: '#ffffff', contrast: 7, apart: 19 },
    highContrastLight: { background: '#ffffff', text: '#292929', contrast: 7, apart: 16 },
  };

/** Full-strength colour vision deficiencies on linear RGB: Machado, Oliveira, Fernandes (2009), table 1. */
const visions: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const channel = (hex: string, index: number): number =>
  parseInt(hex.slice(1 + 2 * index, 3 + 2 * index), 16) / 255;
const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const rgb = (hex: string): Triple => [channel(hex, 0), channel(hex, 1), channel(hex, 2)];
const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const toLinear = ([r, g, b]: Triple): Triple => [linear(r), linear(g), linear(b)];
const luminance = (color: Triple): number => dot([0.2126, 0.7152, 0.0722], toLinear(color));

function contrast(a: Triple, b: Triple): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Lays a colour with alpha (#rrggbbaa) over an opaque one. */
function over(tint: string, background: string): Triple {
  const alpha = tint.length === 9 ? channel(tint, 3) : 1;
  const mix = (index: number): number =>
    alpha * channel(tint, index) + (1 - alpha) * channel(background, index);
  return [mix(0), mix(1), mix(2)];
}

/** CIE L*a*b* under D65 of what an eye with the given vision sees. */
function seen(hex: string, vision: string): Triple {
  const matrix = visions[vision];
  assert.ok(matrix);
  const light = toLinear(rgb(hex));
  const clip = (row: Triple): number => Math.min(1, Math.max(0, dot(row, light)));
  const filtered: Triple = [clip(matrix[0]), clip(matrix[1]), clip(matrix[2])];
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f(dot([0.4124564, 0.3575761, 0.1804375], filtered) / 0.95047);
  const y = f(dot([0.2126729, 0.7151522, 0.072175], filtered));
  const z = f(dot([0.0193339, 0.119192, 0.9503041], filtered) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function color(kind: string, role: 'Foreground' | 'Background', theme: Theme): string {
  const found = colors.find(({ id }) => id === `policyLens.${kind}${role}`);
  assert.ok(found, `${kind}${role}`);
  return found.defaults[theme];
}

describe('theme colours', () => {
  for (const [theme, expected] of Object.entries(themes) as [Theme, (typeof themes)[Theme]][]) {
    for (const kind of kinds) {
      it(`${kind} in ${theme} stands out from the background, also on its own tint`, () => {
        const foreground = rgb(color(kind, 'Foreground', theme));
        const ratio = contrast(foreground, rgb(expected.background));
        assert.ok(ratio >= expected.contrast, `${ratio.toFixed(2)} < ${String(expected.contrast)}`);
        // An underline is a graphical object: WCAG 1.4.11 asks 3.
        const tint = over(color(kind, 'Background', theme), expected.background);
        assert.ok(contrast(foreground, tint) >= 3);
      });

      it(`text stays readable on the tint of ${kind} in ${theme}`, () => {
        const tint = over(color(kind, 'Background', theme), expected.background);
        assert.ok(contrast(rgb(expected.text), tint) >= 7);
      });
    }

    for (const vision of Object.keys(visions)) {
      it(`the kinds differ in ${theme} under ${vision} vision`, () => {
        const points = kinds.map((kind) => seen(color(kind, 'Foreground', theme), vision));
        for (const [i, a] of points.entries()) {
          for (const [j, b] of points.entries()) {
            if (j <= i) continue;
            const distance = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
            assert.ok(
              distance >= expected.apart,
              `${String(kinds[i])}/${String(kinds[j])}: ${distance.toFixed(1)}`,
            );
          }
        }
      });
    }
  }
});
