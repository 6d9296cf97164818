import { test } from 'node:test';
import assert from 'node:assert/strict';
import { describe } from '../js/compare-picker.js';

const sentences = {
  0: 'Kryssa för två till fem enheter.',
  1: '1 enhet vald. Välj minst en till.',
  2: '2 enheter valda.',
  4: '4 enheter valda.',
  5: '5 enheter valda. Fler går inte att jämföra.',
  7: '7 enheter valda. Högst 5 kan jämföras: ta bort 2.',
};

for (const [chosen, sentence] of Object.entries(sentences)) {
  test(`with ${chosen} chosen the status is "${sentence}"`, () => {
    assert.equal(describe(Number(chosen)), sentence);
  });
}

test('the chosen are named where their names are known', () => {
  assert.equal(describe(1, ['Solen']), '1 enhet vald: Solen. Välj minst en till.');
  assert.equal(describe(2, ['Solen', 'Tallen']), '2 enheter valda: Solen och Tallen.');
  assert.equal(describe(3, ['Solen', 'Tallen', 'Eken']), '3 enheter valda: Solen, Tallen och Eken.');
});

const marked = {
  0: '',
  1: '1 enhet vald.',
  2: '2 enheter valda.',
  5: '5 enheter valda. Fler går inte att märka ut.',
  7: '7 enheter valda. Högst 5 kan märkas ut: ta bort 2.',
};

for (const [chosen, sentence] of Object.entries(marked)) {
  test(`with ${chosen} to be marked in a picture, where one is enough, the status is "${sentence}"`, () => {
    assert.equal(describe(Number(chosen), [], true), sentence);
  });
}
