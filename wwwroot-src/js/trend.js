/**
 * What a table of a question round by round says, oldest first: the numbers from `data-value`, the words as they
 * stand in the cells. There is no other copy of the figures.
 *
 * @param {HTMLTableElement} table with `data-series` on the columns that are drawn and `data-value` on what is a number
 * @returns {{
 *   series: {name: string, points: {x: number, y: number | null, isOpen: boolean, says: string}[]}[],
 *   rounds: {year: number, label: string, breaksAfter: boolean}[]
 * }}
 */
export function read(table) {
  const columns = [...table.tHead.rows[0].cells]
    .map((cell, at) => ({ at, name: text(cell), isDrawn: 'series' in cell.dataset }))
    .filter(column => column.isDrawn);
  const rows = [...table.tBodies[0].rows].reverse().filter(row => Number(row.cells[0].dataset.value) > 0);
  const rounds = rows.map(({ cells: [head], classList }) => ({
    year: Number(head.dataset.value),
    label: text(head.firstChild),
    breaksAfter: classList.contains('app-table__row--break'),
  }));
  const series = columns.map(({ at, name }) => ({
    name,
    points: rows.map((row, i) => {
      // A gap is told in one cell across the columns.
      const cell = row.cells[at] ?? row.cells[1];
      const value = cell.dataset.value;
      return {
        x: rounds[i].year,
        y: value ? Number(value) : null,
        isOpen: cell.querySelector('.app-figure--preliminary') !== null,
        says: text(cell.querySelector('.app-figure__value') ?? cell),
      };
    }),
  }));
  return { rounds, series: series.filter(({ points }) => points.some(({ y }) => y !== null)) };
}

/**
 * Whether the line from a round to the next is left out: the question became another one, or the figure there is
 * preliminary. Where a figure is missing there is no line anyway.
 */
export const isBroken = (round, from, to) => round.breaksAfter || from.isOpen || to.isOpen;

/** What is said of one round: `2024. Alla: 84 %. Kvinnor och flickor: skyddat: för få svar.` */
export const sentence = ({ rounds, series }, at) =>
  [rounds[at].label, ...series.map(({ name, points }) => `${name}: ${points[at].says}`)].map(part => `${part}.`).join(' ');

/** The round that a key leads to: `at` where the key leads nowhere, undefined where the key is not ours. */
export function step(key, at, count) {
  const to = { ArrowRight: at + 1, ArrowUp: at + 1, ArrowLeft: at - 1, ArrowDown: at - 1, Home: 0, End: count - 1 }[key];
  return to === undefined ? undefined : Math.min(Math.max(to, 0), count - 1);
}

const text = node => node.textContent.replace(/\s+/g, ' ').trim();
