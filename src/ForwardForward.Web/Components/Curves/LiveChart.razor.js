// Feeds a Plotly chart and dresses it in the tokens of the page.
import { token, onThemeChange } from '../../js/theme.js';

const charts = new Map();

const strokes = {
  Positive: ['--positive', 1.5, 'solid'],
  Negative: ['--negative', 1.5, 'solid'],
  Neutral: ['--ink-2', 1.25, 'solid'],
  Goodness: ['--accent', 2, 'solid'],
  Softmax: ['--ink-2', 1.5, 'solid'],
  First: ['--accent', 2, 'solid'],
  Second: ['--ink-2', 2, '5px,3px'],
  GoodnessTraining: ['--accent', 1, 'dot'],
  SoftmaxTraining: ['--line-strong', 0.75, 'solid'],
};

export async function attach(id, { roles, mark, logarithmic }) {
  const div = await graph(id);
  if (!div) return;
  const chart = { div, roles, mark, logarithmic, xs: roles.map(() => new Float32Array(0)), ys: roles.map(() => new Float32Array(0)) };
  charts.set(id, chart);
  chart.size = new ResizeObserver(() => div.offsetWidth && Plotly.Plots.resize(div));
  chart.size.observe(div.parentElement);
  chart.theme = onThemeChange(div, () => dress(chart));
  await dress(chart);
}

// Points from an index on take the place of what was there: the last one may have grown, or all may have been merged.
export function push(id, bytes) {
  const chart = charts.get(id);
  if (!chart) return;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  chart.roles.forEach((_, line) => {
    const from = view.getInt32(at, true);
    const count = view.getInt32(at + 4, true);
    at += 8;
    if (count === 0) return;
    const x = new Float32Array(from + count);
    const y = new Float32Array(from + count);
    x.set(chart.xs[line].subarray(0, from));
    y.set(chart.ys[line].subarray(0, from));
    for (let i = from; i < from + count; i++, at += 8) {
      x[i] = view.getFloat32(at, true);
      y[i] = view.getFloat32(at + 4, true);
      if (chart.logarithmic && y[i] <= 0) y[i] = NaN; // no place on the axis: a gap
    }
    chart.xs[line] = x;
    chart.ys[line] = y;
  });
  return Plotly.restyle(chart.div, { x: chart.xs, y: chart.ys }).then(() => { chart.div.dataset.points = Math.max(...chart.xs.map(x => x.length)); });
}

export function detach(id) {
  const chart = charts.get(id);
  if (!chart) return;
  chart.size.disconnect();
  chart.theme();
  charts.delete(id);
}

// Plotly.Blazor makes the chart in its own time.
function graph(id) {
  return new Promise(resolve => {
    const look = () => {
      const div = document.getElementById(id);
      if (!div) resolve(null);
      else if (div._fullLayout && window.Plotly) resolve(div);
      else requestAnimationFrame(look);
    };
    look();
  });
}

// The moment that the page shows, in the units of every axis; null is live.
export function mark(id, moment) {
  const chart = charts.get(id);
  if (!chart) return;
  chart.moment = moment;
  chart.div.dataset.moment = moment?.batches ?? '';
  return Plotly.relayout(chart.div, { shapes: shapes(chart) }).then(() => {});
}

function shapes(chart) {
  const lines = [];
  if (chart.mark != null) {
    lines.push({ type: 'line', xref: 'paper', x0: 0, x1: 1, yref: 'y', y0: chart.mark, y1: chart.mark, layer: 'below', line: { color: token('--ink-3'), width: 1, dash: '4px,3px' } });
  }
  if (chart.moment != null) {
    lines.push({ type: 'line', xref: 'x', x0: chart.moment.epochs, x1: chart.moment.epochs, yref: 'paper', y0: 0, y1: 1, line: { color: token('--accent'), width: 1.5 } });
  }
  return lines;
}

function dress(chart) {
  const [ink, quiet, line, surface] = ['--ink', '--ink-3', '--line', '--surface'].map(token);
  const font = { family: getComputedStyle(document.body).fontFamily, size: 11, color: quiet };
  const layout = {
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    font,
    hoverlabel: { bgcolor: surface, bordercolor: line, font: { ...font, size: 12, color: ink } },
    dragmode: matchMedia('(pointer: coarse)').matches ? false : 'zoom',
    shapes: shapes(chart),
    'xaxis.title.font': font,
  };
  for (const axis of ['xaxis', 'yaxis', 'yaxis2'].filter(name => chart.div._fullLayout[name])) {
    Object.assign(layout, { [`${axis}.gridcolor`]: line, [`${axis}.linecolor`]: line, [`${axis}.showgrid`]: axis !== 'xaxis', [`${axis}.showline`]: axis === 'xaxis', [`${axis}.fixedrange`]: false });
  }
  const styles = chart.roles.map(role => strokes[role] ?? strokes.Neutral);
  return Plotly.update(chart.div, {
    'line.color': styles.map(([name]) => token(name)),
    'line.width': styles.map(([, width]) => width),
    'line.dash': styles.map(([, , dash]) => dash),
    'marker.color': styles.map(([name]) => token(name)),
    'marker.size': styles.map(() => 5),
  }, layout);
}
