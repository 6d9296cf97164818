import { test } from 'node:test';
import assert from 'node:assert/strict';
import { start } from '../js/start.js';

const page = (...names) => {
  const elements = names.map(module => ({ dataset: { module } }));
  return { elements, querySelectorAll: () => elements };
};

test('each element starts the behaviour it names, once for each', () => {
  const started = [];
  class One { constructor(element) { started.push(['one', element]); } }
  class Two { constructor(element) { started.push(['two', element]); } }
  const root = page('app-two', 'app-one', 'app-two');

  start(root, { 'app-one': One, 'app-two': Two });

  assert.deepEqual(started, [['two', root.elements[0]], ['one', root.elements[1]], ['two', root.elements[2]]]);
});

test('a behaviour that throws leaves the others alone and is told of', t => {
  const told = t.mock.method(console, 'error', () => {});
  const started = [];
  class Broken { constructor() { throw new Error('broken'); } }
  class Sound { constructor(element) { started.push(element); } }
  const root = page('app-sound', 'app-broken', 'app-sound');

  start(root, { 'app-broken': Broken, 'app-sound': Sound });

  assert.deepEqual(started, [root.elements[0], root.elements[2]]);
  assert.equal(told.mock.callCount(), 1);
  assert.match(told.mock.calls[0].arguments[0], /app-broken/);
});

test('a name that no behaviour has is left as it is', () => {
  const started = [];
  class Known { constructor(element) { started.push(element); } }
  const root = page('app-of-next-year', 'app-known');

  start(root, { 'app-known': Known });

  assert.deepEqual(started, [root.elements[1]]);
});
