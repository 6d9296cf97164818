// WCAG 2.2: text 4.5:1 (1.4.3), edges of controls and graphics that carry meaning 3:1 (1.4.11).
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const css = readFileSync(new URL('../css/tokens.css', import.meta.url), 'utf8');
const [lightPart, darkPart] = css.split('@media screen and (prefers-color-scheme: dark)');
const colours = part => Object.fromEntries([...part.matchAll(/--app-color-([\w-]+):\s*(#[0-9a-f]{6})/g)].map(m => [m[1], m[2]]));
const light = colours(lightPart);
const dark = { ...light, ...colours(darkPart) };

const surfaces = ['surface', 'surface-raised'];
const text = ['text', 'muted', 'link', 'visited', 'error', 'warning', 'higher', 'lower'];
const edges = ['border', 'accent', 'warning', 'error'];

const channel = value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = hex => [1, 3, 5]
  .map(at => channel(parseInt(hex.slice(at, at + 2), 16) / 255))
  .reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i], 0);

function contrast(one, other) {
  const [bright, dim] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

test('black on white is 21:1 and a colour on itself is 1:1', () => {
  assert.equal(contrast('#000000', '#ffffff').toFixed(2), '21.00');
  assert.equal(contrast('#0b5a8a', '#0b5a8a'), 1);
});

for (const [scheme, colour] of Object.entries({ light, dark })) {
  const pairs = [
    ...text.flatMap(front => surfaces.map(back => [front, back, 4.5])),
    ['on-accent', 'accent', 4.5],
    ...edges.flatMap(front => surfaces.map(back => [front, back, 3])),
  ];
  for (const [front, back, least] of pairs) {
    test(`${scheme}: ${front} on ${back} is at least ${least}:1`, () => {
      const ratio = contrast(colour[front], colour[back]);
      assert.ok(ratio >= least, `${colour[front]} on ${colour[back]} is ${ratio.toFixed(2)}:1`);
    });
  }

  test(`${scheme}: each step of the answer scale differs from the next`, () => {
    for (const step of [1, 2, 3, 4]) {
      const ratio = contrast(colour[`scale-${step}`], colour[`scale-${step + 1}`]);
      assert.ok(ratio >= 1.2, `step ${step} to ${step + 1} is ${ratio.toFixed(2)}:1`);
    }
  });
}
