import { test } from 'node:test';
import assert from 'node:assert/strict';
import { PrintButton } from '../js/print-button.js';

test('the button is shown and prints', () => {
  let printed = 0;
  const listeners = {};
  const element = {
    hidden: true,
    ownerDocument: { defaultView: { print: () => { printed += 1; } } },
    querySelector: () => ({ addEventListener: (name, heard) => { listeners[name] = heard; } }),
  };
  new PrintButton(element);
  assert.equal(element.hidden, false);
  listeners.click();
  assert.equal(printed, 1);
});

test('without a button it stays hidden', () => {
  const element = { hidden: true, querySelector: () => null };
  assert.throws(() => new PrintButton(element));
  assert.equal(element.hidden, true);
});
