import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isBroken, read, sentence, step } from '../js/trend.js';

// As much of a table as is read: cells with their words and numbers.
const cell = (words, value, { isOpen = false, ...dataset } = {}) => {
  const part = { textContent: words };
  return {
    textContent: words,
    firstChild: part,
    dataset: value === undefined ? dataset : { ...dataset, value: String(value) },
    querySelector: name => (name === '.app-figure__value' ? part : name === '.app-figure--preliminary' && isOpen ? part : null),
  };
};
const row = (cells, isBreak = false) => ({ cells, classList: { contains: name => isBreak && name === 'app-table__row--break' } });
const table = (heads, rows) => ({ tHead: { rows: [{ cells: heads }] }, tBodies: [{ rows }] });
const heads = [cell('År'), cell('Alla', undefined, { series: '' }), cell(' Män\n och pojkar ', undefined, { series: '' }), cell('Medelbetyg')];

const trend = read(table(heads, [
  row([cell('2024', 2024), cell('84 %', 84), cell('skyddat: för få svar'), cell('4,2', 4.2)]),
  row([cell('2022', 2022), cell('enheten ingick inte i omgången')]),
  row([cell(' 2020 ', 2020), cell('62 %', 62.4), cell('60 %', 60), cell('3,1', 3.1)], true),
]));

test('the rounds are read oldest first, with the years as they stand', () => {
  assert.deepEqual(trend.rounds, [
    { year: 2020, label: '2020', breaksAfter: true },
    { year: 2022, label: '2022', breaksAfter: false },
    { year: 2024, label: '2024', breaksAfter: false },
  ]);
});

test('a line is read for each column that is drawn, and a missing figure is no number', () => {
  assert.deepEqual(trend.series.map(({ name, points }) => [name, points.map(({ y }) => y)]), [
    ['Alla', [62.4, null, 84]],
    ['Män och pojkar', [60, null, null]],
  ]);
});

test('a column without any number makes no line', () => {
  const { series } = read(table(heads.slice(0, 3), [row([cell('2024', 2024), cell('84 %', 84), cell('skyddat')])]));
  assert.deepEqual(series.map(({ name }) => name), ['Alla']);
});

test('zero is a number', () => {
  const { series } = read(table(heads.slice(0, 2), [row([cell('2024', 2024), cell('0 %', 0)])]));
  assert.equal(series[0].points[0].y, 0);
});

test('a round without a year has no place in the chart', () => {
  const { rounds } = read(table(heads.slice(0, 2), [row([cell('årtal saknas', 0), cell('8', 8)]), row([cell('2020', 2020), cell('7', 7)])]));
  assert.deepEqual(rounds.map(({ year }) => year), [2020]);
});

test('the line is broken where the question changed and beside a preliminary figure', () => {
  const [final, preliminary] = [{ isOpen: false }, { isOpen: true }];
  assert.equal(isBroken({ breaksAfter: true }, final, final), true);
  assert.equal(isBroken({ breaksAfter: false }, final, preliminary), true);
  assert.equal(isBroken({ breaksAfter: false }, preliminary, final), true);
  assert.equal(isBroken({ breaksAfter: false }, final, final), false);
});

test('a preliminary figure is known by the mark in its cell', () => {
  const { series } = read(table(heads.slice(0, 2), [row([cell('2024', 2024), cell('84 % (preliminär)', 84, { isOpen: true })])]));
  assert.equal(series[0].points[0].isOpen, true);
});

test('a round is told with the words of its cells', () => {
  assert.equal(sentence(trend, 2), '2024. Alla: 84 %. Män och pojkar: skyddat: för få svar.');
});

for (const [key, at, to] of [
  ['ArrowRight', 1, 2], ['ArrowRight', 3, 3], ['ArrowLeft', 0, 0], ['ArrowLeft', 4, 3], ['ArrowUp', 0, 1], ['ArrowDown', 2, 1],
  ['Home', 3, 0], ['End', 0, 3], ['Tab', 1, undefined],
]) {
  test(`${key} at ${at} of four rounds leads to ${to}`, () => {
    assert.equal(step(key, at, 4), to);
  });
}
