import { test } from 'node:test';
import assert from 'node:assert/strict';
import { LiveFilter, query } from '../js/live-filter.js';

test('empty fields are left out and a value that comes twice is written once', () => {
  assert.equal(query([['omrade', ''], ['kommun', '1480'], ['enhet', 'a'], ['enhet', 'b'], ['enhet', 'a']]), '?kommun=1480&enhet=a&enhet=b');
});

test('one name can be written alone', () => {
  assert.equal(query([['kommun', '1480'], ['enhet', 'a'], ['enhet', 'b']], 'enhet'), '?enhet=a&enhet=b');
});

test('with nothing to write there is no question mark', () => {
  assert.equal(query([['q', ''], [undefined, undefined]]), '');
});

test('values are escaped', () => {
  assert.equal(query([['q', 'å & b']]), '?q=%C3%A5+%26+b');
});

/** A filter in a form, of as much of a document as the behaviour asks for. */
function page(t, answer) {
  const sent = [];
  const form = { action: 'https://portal.test/enheter', addEventListener() {}, submit: () => sent.push('form') };
  let changed;
  const filter = {
    closest: () => form,
    querySelector: () => ({}),
    addEventListener: (name, listener) => { changed = listener; },
  };
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const asked = t.mock.method(globalThis, 'fetch', answer);
  globalThis.FormData = class { *[Symbol.iterator]() { yield ['kommun', '1480']; } };
  new LiveFilter(filter);
  return { sent, asked, change: () => changed(), pause: ms => t.mock.timers.tick(ms), answered: () => new Promise(setImmediate) };
}

test('what is typed in one go is asked for once', async t => {
  const { asked, change, pause } = page(t, () => new Promise(() => {}));
  change();
  pause(200);
  change();
  pause(200);
  assert.equal(asked.mock.callCount(), 0);
  pause(50);
  assert.equal(asked.mock.callCount(), 1);
  assert.equal(asked.mock.calls[0].arguments[0], 'https://portal.test/enheter?kommun=1480');
});

for (const [name, answer] of Object.entries({
  'there is no network': () => Promise.reject(new TypeError('no')),
  'the answer is an error': () => Promise.resolve({ ok: false, statusText: 'no' }),
  'the answer is another page': () => Promise.resolve({ ok: true, text: () => Promise.resolve('') }),
})) {
  test(`the form is sent in the ordinary way where ${name}`, async t => {
    const { sent, change, pause, answered } = page(t, answer);
    change();
    pause(250);
    await answered();
    await answered();
    assert.deepEqual(sent, ['form']);
  });
}

test('an answer that a newer question has overtaken is let go', async t => {
  const { sent, asked, change, pause, answered } = page(t, (address, { signal }) => new Promise((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason))));
  change();
  pause(250);
  change();
  pause(250);
  await answered();
  assert.equal(asked.mock.callCount(), 2);
  assert.deepEqual(sent, []);
});
