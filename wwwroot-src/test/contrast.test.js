// WCAG 2.2: text 4.5:1 (1.4.3), edges of controls and graphics that carry meaning 3:1 (1.4.11).
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { styles } from '../styles.mjs';

const css = [...(await styles(fileURLToPath(new URL('../css/', import.meta.url)))).values()].map(sheet => Buffer.from(sheet).toString()).join('');
const darkStart = '@media screen and (prefers-color-scheme:dark)';

// What each colour is in a scheme, through every name that leads to it.
function colours(scheme) {
  const values = new Map();
  const parts = css.split(/(?=@layer|@media)/);
  for (const part of parts) {
    if (part.startsWith(darkStart) && scheme === 'light') continue;
    for (const [, rules] of part.matchAll(/(?:^|[{}])(?::root|\[data-color-scheme=auto\])[^{}]*\{([^{}]*)\}/g)) {
      for (const [, name, value] of rules.matchAll(/(--(?:app|ds)-[\w-]+):([^;]+)/g)) values.set(name, value.trim());
    }
  }
  const resolve = value => {
    const [, name] = /^var\((--[\w-]+)\)$/.exec(value) ?? [];
    return name ? resolve(values.get(name)) : value;
  };
  const long = hex => (hex.length === 4 ? `#${[...hex.slice(1)].map(digit => digit + digit).join('')}` : hex);
  return name => long(resolve(values.get(`--app-color-${name}`) ?? values.get(`--ds-color-${name}`)));
}

const surfaces = ['surface', 'surface-raised'];
const text = ['text', 'muted', 'link', 'visited', 'higher', 'lower'];
const edges = ['border', 'accent'];

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

for (const scheme of ['light', 'dark']) {
  const colour = colours(scheme);
  const pairs = [
    ...text.flatMap(front => surfaces.map(back => [front, back, 4.5])),
    ['base-contrast-default', 'accent', 4.5],
    ...edges.flatMap(front => surfaces.map(back => [front, back, 3])),
  ];
  for (const [front, back, least] of pairs) {
    test(`${scheme}: ${front} on ${back} is at least ${least}:1`, () => {
      const ratio = contrast(colour(front), colour(back));
      assert.ok(ratio >= least, `${colour(front)} on ${colour(back)} is ${ratio.toFixed(2)}:1`);
    });
  }

  test(`${scheme}: each step of the answer scale differs from the next`, () => {
    for (const step of [1, 2, 3, 4]) {
      const ratio = contrast(colour(`scale-${step}`), colour(`scale-${step + 1}`));
      assert.ok(ratio >= 1.2, `step ${step} to ${step + 1} is ${ratio.toFixed(2)}:1`);
    }
  });
}
