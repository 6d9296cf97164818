import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { styles } from '../styles.mjs';
import { unusedProperties, used } from '../designsystem.mjs';

const css = [...(await styles(fileURLToPath(new URL('../css/', import.meta.url)))).values()].map(sheet => Buffer.from(sheet).toString()).join('');

test('every class that is kept of the design system is in the style sheet, and no other', () => {
  const found = new Set([...css.matchAll(/\.(ds-[\w-]+)/g)].map(m => m[1]));
  assert.deepEqual([...found].sort(), [...used.classes].sort());
});

test('no custom property is read that nothing sets, unless a fallback stands beside it', () => {
  const set = new Set([...css.matchAll(/(--[\w-]+)\s*:/g)].map(m => m[1]));
  const read = new Set([...css.matchAll(/var\((--[\w-]+)\)/g)].map(m => m[1]));
  assert.deepEqual([...read].filter(name => !set.has(name)), []);
});

test('no custom property is set that nothing reads', () => {
  assert.deepEqual(unusedProperties(css), []);
});

test('a property that only an unused one reads is unused', () => {
  assert.deepEqual(unusedProperties('a{--x:var(--y);--y:1px;--z:2px;margin:var(--z)}'), ['--x', '--y']);
});

test('the dark theme is for screens: paper stays white', () => {
  assert.ok(css.includes('@media screen and (prefers-color-scheme:dark)'));
  assert.ok(!/@media \(prefers-color-scheme:\s*dark\)/.test(css));
});

test('the markup asks for nothing that was left out', () => {
  const markup = readFileSync(new URL('markup.html', import.meta.url), 'utf8');
  for (const [, classes] of markup.matchAll(/class="([^"]*)"/g)) {
    for (const name of classes.split(/\s+/).filter(c => c.startsWith('ds-'))) assert.ok(used.classes.includes(name), name);
  }
});
