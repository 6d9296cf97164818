import { isBroken, read, sentence, step } from './trend.js';

// How wide the SVG's drawing is, and where in it the lines have their room: as in TrendPicture.
const across = 320;
const room = { left: 52, right: 316, top: 24, bottom: 152, first: 74, last: 290, height: 190 };
const shapes = ['circle', 'triangle', 'rect'];
const dashes = [[], [7, 4], [2, 3]];

/**
 * Lays a canvas upon a figure's SVG and draws with Chart.js what the page's own table says. The SVG keeps its place
 * beneath, unseen: nothing moves, paper gets it, and if anything here fails it is simply seen again.
 *
 * @param {HTMLElement} figure
 */
export async function draw(figure) {
  const { library, table, low, high } = figure.dataset;
  const trend = read(figure.ownerDocument.getElementById(table).closest('table'));
  // The library is the one file for all loaders; as a module it leaves its name on the page.
  await import(library);
  const picture = figure.querySelector('.app-trend__picture');
  const svg = picture.querySelector('svg');
  const title = svg.querySelector('title').textContent;
  const canvas = figure.ownerDocument.createElement('canvas');
  const status = figure.ownerDocument.createElement('p');
  canvas.className = 'app-trend__canvas';
  canvas.textContent = `${title}. ${svg.querySelector('desc').textContent}`;
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'application');
  canvas.setAttribute('aria-label', `${title}. Gå mellan omgångarna med piltangenterna.`);
  status.className = 'app-visually-hidden';
  status.setAttribute('role', 'status');
  picture.prepend(canvas);
  picture.append(status);
  try {
    const chart = new globalThis.Chart(canvas, configuration(trend, svg, Number(low), Number(high)));
    listen(chart, trend, svg, canvas, status);
  } catch (error) {
    canvas.remove();
    status.remove();
    throw error;
  }
}

/** The reader's colours and type, as the style sheet gives them to the SVG now. */
function look(svg) {
  return {
    text: getComputedStyle(svg.parentElement).color,
    family: getComputedStyle(svg).fontFamily,
    surface: getComputedStyle(svg.ownerDocument.documentElement).backgroundColor,
    lines: [1, 2, 3].map(mark => svg.querySelector(`.app-trend__point--${mark}`)).map(point => point && getComputedStyle(point).stroke),
  };
}

function configuration({ rounds, series }, svg, low, high) {
  const scale = chart => chart.width / across;
  const [first, last] = [rounds[0].year, rounds[rounds.length - 1].year];
  const yearOf = place => first + ((place - room.first) / (room.last - room.first)) * (last - first);
  const colour = i => ({ chart }) => chart.$look.lines[i];
  const text = ({ chart }) => chart.$look.text;
  const font = ({ chart }) => ({ size: 13 * scale(chart), family: chart.$look.family });
  return {
    type: 'line',
    plugins: [surroundings(svg, scale)],
    data: {
      datasets: series.map(({ name, points }, i) => {
        const filling = ({ chart, dataIndex }) => (points[dataIndex]?.isOpen ? chart.$look.surface : chart.$look.lines[i]);
        return {
          label: name,
          data: points,
          order: i,
          borderColor: colour(i),
          borderDash: dashes[i],
          borderWidth: ({ chart }) => 2 * scale(chart),
          // Of the stretch between two rounds: none where the two do not make a trend.
          segment: {
            borderColor: ({ p0DataIndex: from, p1DataIndex: to }) =>
              (isBroken(rounds[from], points[from], points[to]) ? 'transparent' : undefined),
          },
          pointStyle: shapes[i],
          pointRadius: ({ chart }) => (i === 0 ? 4.5 : 6) * scale(chart),
          pointHoverRadius: ({ chart }) => 7 * scale(chart),
          pointBackgroundColor: filling,
          pointHoverBackgroundColor: filling,
          pointBorderColor: colour(i),
          pointHoverBorderColor: colour(i),
          pointBorderWidth: 1.5,
        };
      }),
    },
    options: {
      parsing: false,
      normalized: true,
      maintainAspectRatio: false,
      animation: false,
      clip: false,
      interaction: { mode: 'index', intersect: false, axis: 'x' },
      layout: {
        autoPadding: false,
        padding: ({ chart }) => ({
          left: room.left * scale(chart),
          right: (across - room.right) * scale(chart),
          top: room.top * scale(chart),
          bottom: (room.height - room.bottom) * scale(chart),
        }),
      },
      scales: {
        x: { type: 'linear', display: false, min: yearOf(room.left), max: yearOf(room.right) },
        y: { display: false, min: low, max: high },
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          backgroundColor: ({ chart }) => chart.$look.surface,
          borderColor: text,
          borderWidth: 1,
          titleColor: text,
          bodyColor: text,
          titleFont: font,
          bodyFont: font,
          usePointStyle: true,
          callbacks: {
            title: ([item]) => (item ? rounds[item.dataIndex].label : ''),
            label: ({ datasetIndex, dataIndex }) => `${series[datasetIndex].name}: ${series[datasetIndex].points[dataIndex].says}`,
            labelColor: ({ chart, datasetIndex }) =>
              ({ borderColor: chart.$look.lines[datasetIndex], backgroundColor: chart.$look.lines[datasetIndex] }),
          },
        },
      },
    },
  };
}

/** What stands around the lines is drawn as the SVG has it, at the same place: nothing jumps when the two change places. */
function surroundings(svg, scale) {
  return {
    id: 'app-surroundings',
    beforeInit(chart) { chart.$look = look(svg); },
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea: { top, bottom } } = chart;
      ctx.save();
      ctx.scale(scale(chart), scale(chart));
      for (const path of svg.querySelectorAll('.app-trend__level, .app-trend__gap, .app-trend__break')) {
        const { stroke, strokeWidth, strokeDasharray } = getComputedStyle(path);
        ctx.strokeStyle = stroke;
        ctx.lineWidth = parseFloat(strokeWidth);
        ctx.setLineDash(strokeDasharray === 'none' ? [] : strokeDasharray.split(',').map(parseFloat));
        ctx.stroke(new Path2D(path.getAttribute('d')));
      }
      ctx.restore();
      if (chart.$at === undefined) return;
      ctx.save();
      ctx.strokeStyle = chart.$look.text;
      ctx.lineWidth = 2;
      ctx.beginPath();
      ctx.moveTo(chart.$place, top);
      ctx.lineTo(chart.$place, bottom);
      ctx.stroke();
      ctx.restore();
    },
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.scale(scale(chart), scale(chart));
      ctx.setLineDash([]);
      ctx.lineJoin = 'round';
      for (const text of svg.querySelectorAll('text')) {
        const { fill, fontStyle, fontWeight, fontSize, stroke, strokeWidth } = getComputedStyle(text);
        const [x, y] = [text.getAttribute('x'), text.getAttribute('y')].map(Number);
        ctx.font = `${fontStyle} ${fontWeight} ${fontSize} ${chart.$look.family}`;
        ctx.textAlign = text.getAttribute('text-anchor') === 'end' ? 'end' : 'center';
        ctx.fillStyle = fill;
        ctx.strokeStyle = stroke;
        ctx.lineWidth = parseFloat(strokeWidth);
        if (stroke !== 'none') ctx.strokeText(text.textContent, x, y);
        ctx.fillText(text.textContent, x, y);
      }
      ctx.restore();
    },
  };
}

function listen(chart, { rounds, series }, svg, canvas, status) {
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const redraw = () => {
    chart.$look = look(svg);
    // Never as the picture comes, only as the reader moves over it.
    chart.options.animation = calm.matches ? false : { duration: 150 };
    chart.update('none');
  };
  const show = at => {
    const points = at === undefined ? [] : series
      .map(({ points: { [at]: { y } } }, datasetIndex) => ({ y, datasetIndex, index: at }))
      .filter(({ y }) => y !== null);
    chart.$at = at;
    chart.$place = at === undefined ? 0 : chart.scales.x.getPixelForValue(rounds[at].year);
    chart.setActiveElements(points);
    chart.tooltip.setActiveElements(points, { x: chart.$place, y: chart.chartArea.top });
    chart.update();
    status.textContent = at === undefined ? '' : sentence({ rounds, series }, at);
  };

  for (const media of [calm, matchMedia('(prefers-color-scheme: dark)'), matchMedia('(forced-colors: active)')])
    media.addEventListener('change', redraw);
  redraw();

  canvas.addEventListener('keydown', event => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') return show(undefined);
    // The first press tells of the newest round, whichever way it points.
    const to = step(event.key, chart.$at ?? rounds.length, rounds.length);
    if (to === undefined) return;
    event.preventDefault();
    show(to);
  });
  canvas.addEventListener('blur', () => show(undefined));
}
