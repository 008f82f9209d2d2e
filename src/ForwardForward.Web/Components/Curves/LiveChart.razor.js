// Feeds a Plotly chart and dresses it in the tokens of the page. Of every line there are three traces: as measured, the band between the
// lowest and the highest value where neighbouring points were merged, and the smoothed line.
import { token, onThemeChange } from '../../js/theme.js';

const charts = new Map();
const fields = 6;
const fewest = 30;

const strokes = {
  Positive: ['--positive', 1.5, 'solid'],
  Negative: ['--negative', 1.5, 'solid'],
  Neutral: ['--ink-2', 1.25, 'solid'],
  Goodness: ['--accent', 2, 'solid'],
  Softmax: ['--ink-2', 1.5, 'solid'],
  Run1: ['--run-1', 2, 'solid'],
  Run2: ['--run-2', 2, 'solid'],
  Run3: ['--run-3', 2, 'solid'],
  Run4: ['--run-4', 2, 'solid'],
  Run5: ['--run-5', 2, '6px,3px'],
  Run6: ['--run-6', 2, '6px,3px'],
  Run7: ['--run-7', 2, '2px,2px'],
  Run8: ['--run-8', 2, '8px,3px,2px,3px'],
  GoodnessTraining: ['--accent', 1, 'dot'],
  SoftmaxTraining: ['--line-strong', 0.75, 'solid'],
};

// Lines that jump from batch to batch stand back behind those that are counted on whole sets.
const floored = new Set(['Positive', 'Negative']);
const noisy = new Set(['SoftmaxTraining', 'GoodnessTraining']);

const ticks = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

export async function attach(id, { roles, lower, mark, revision }, options) {
  const div = await graph(id);
  if (!div) return;
  const chart = { div, roles, lower, mark, revision, options, points: roles.map(() => new Float32Array(0)) };
  charts.set(id, chart);
  const axis = line => (lower[line] ? 'y2' : 'y');
  const quiet = { type: 'scatter', x: [], y: [], hoverinfo: 'skip' };
  await Plotly.addTraces(div, [
    ...roles.map((_, line) => ({ ...quiet, yaxis: axis(line), mode: 'lines', fill: 'toself', line: { width: 0 } })),
    ...roles.map((_, line) => ({ ...quiet, yaxis: axis(line), mode: 'lines', line: {} })),
  ]);
  chart.size = new ResizeObserver(() => div.offsetWidth && Plotly.Plots.resize(div));
  chart.size.observe(div.parentElement);
  chart.theme = onThemeChange(div, () => dress(chart));
  await dress(chart);
}

// Another axis, scale or smoothing. A zoom belongs to its axis: with another one the whole line shows again.
export async function configure(id, options) {
  const chart = charts.get(id);
  if (!chart) return;
  const before = chart.options;
  chart.options = options;
  const again = {};
  if (before.axis !== options.axis) again['xaxis.autorange'] = true;
  if (before.logarithmic !== options.logarithmic) again['yaxis.autorange'] = true;
  await dress(chart, again);
  await draw(chart);
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
    const points = new Float32Array((from + count) * fields);
    points.set(chart.points[line].subarray(0, from * fields));
    for (let i = from * fields; i < points.length; i++, at += 4) points[i] = view.getFloat32(at, true);
    chart.points[line] = points;
  });
  return draw(chart).then(() => { chart.div.dataset.points = Math.max(...chart.points.map(points => points.length / fields)); });
}

export function detach(id) {
  const chart = charts.get(id);
  if (!chart) return;
  chart.size?.disconnect(); // it may go before it was ready
  chart.theme?.();
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
    const [, unit] = horizontal(chart);
    const at = chart.moment[chart.options.axis] / unit;
    lines.push({ type: 'line', xref: 'x', x0: at, x1: at, yref: 'paper', y0: 0, y1: 1, line: { color: token('--accent'), width: 1.5 } });
  }
  return lines;
}

// Seconds become the unit in which the whole line is easily read.
function clock(chart) {
  const longest = Math.max(0, ...chart.points.map(points => points.at(-fields + 2) ?? 0));
  return longest > 7200 ? [3600, 'hours of training'] : longest > 180 ? [60, 'minutes of training'] : [1, 'seconds of training'];
}

function horizontal(chart) {
  switch (chart.options.axis) {
    case 'batches': return [1, 1, 'batches'];
    case 'time': return [2, ...clock(chart)];
    default: return [0, 1, 'epochs'];
  }
}

function draw(chart) {
  const [field, unit, title] = horizontal(chart);
  const { smoothing } = chart.options;
  const drawn = chart.points.map((points, line) => {
    const count = points.length / fields;
    const logarithmic = chart.options.logarithmic && !chart.lower[line];
    const column = at => Float32Array.from({ length: count }, (_, i) => points[i * fields + at]);
    // No place on the axis: a gap for an error of zero, the foot of the axis for anything that only gets smaller and smaller.
    const shown = value => (!logarithmic ? value : floored.has(chart.roles[line]) ? Math.max(value, ticks[0]) : value <= 0 ? NaN : value);
    const x = column(field).map(value => value / unit);
    const [y, low, high] = [3, 4, 5].map(at => column(at).map(shown));
    const merged = count > 0 && low.some((value, i) => value < high[i]);
    // A few points, such as one an epoch, have nothing to be smoothed.
    const smooth = smoothing > 0 && count >= fewest ? smoothed(column(3), smoothing).map(shown) : null;
    return { x, y, band: merged ? outline(x, low, high) : [[], []], smooth };
  });
  const none = [];
  const update = Plotly.restyle(chart.div, {
    x: [...drawn.map(line => line.x), ...drawn.map(line => line.band[0]), ...drawn.map(line => (line.smooth ? line.x : none))],
    y: [...drawn.map(line => line.y), ...drawn.map(line => line.band[1]), ...drawn.map(line => line.smooth ?? none)],
    opacity: [...drawn.map((line, i) => (line.smooth ? 0.35 : noisy.has(chart.roles[i]) ? 0.6 : 1)), ...drawn.map(() => 1), ...drawn.map(() => 1)],
  });
  if (chart.title === title) return update;
  chart.title = title;
  return update.then(() => Plotly.relayout(chart.div, { shapes: shapes(chart), 'xaxis.title.text': title, 'xaxis.hoverformat': field === 1 ? ',.0f' : '.2f' }));
}

// There and back again.
function outline(x, low, high) {
  const keep = [...x.keys()].filter(i => low[i] <= high[i]);
  const back = [...keep].reverse();
  return [[...keep.map(i => x[i]), ...back.map(i => x[i])], [...keep.map(i => high[i]), ...back.map(i => low[i])]];
}

// Exponential mean, freed of its start at zero.
function smoothed(values, share) {
  let sum = 0;
  let weight = 0;
  return values.map(value => {
    if (Number.isNaN(value)) return value;
    sum = sum * share + value * (1 - share);
    weight = weight * share + 1 - share;
    return sum / weight;
  });
}

function dress(chart, again = {}) {
  const [ink, quiet, line, surface] = ['--ink', '--ink-3', '--line', '--surface'].map(token);
  const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const font = { family: getComputedStyle(document.body).fontFamily, size: 11 * scale, color: quiet };
  const { logarithmic } = chart.options;
  const unit = chart.div._fullLayout.yaxis.ticksuffix ?? '';
  const layout = {
    ...again,
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    font,
    margin: { l: 36 * scale, r: 8, t: 6, b: 32 * scale },
    hoverlabel: { bgcolor: surface, bordercolor: line, font: { ...font, size: 12 * scale, color: ink } },
    dragmode: matchMedia('(pointer: coarse)').matches ? false : 'zoom',
    shapes: shapes(chart),
    'xaxis.title.font': font,
    'yaxis.type': logarithmic ? 'log' : 'linear',
    'yaxis.tickmode': logarithmic ? 'array' : 'auto',
    'yaxis.tickvals': logarithmic ? ticks : null,
    'yaxis.ticktext': logarithmic ? ticks.map(tick => `${tick}${unit}`) : null,
  };
  for (const axis of ['xaxis', 'yaxis', 'yaxis2'].filter(name => chart.div._fullLayout[name])) {
    Object.assign(layout, { [`${axis}.gridcolor`]: line, [`${axis}.linecolor`]: line, [`${axis}.showgrid`]: axis !== 'xaxis', [`${axis}.showline`]: axis === 'xaxis', [`${axis}.fixedrange`]: false });
  }
  const styles = chart.roles.map(role => strokes[role] ?? strokes.Neutral);
  const thrice = value => [...styles.map(value), ...styles.map(value), ...styles.map(value)];
  return Plotly.update(chart.div, {
    'line.color': thrice(([name]) => token(name)),
    'line.width': [...styles.map(([, width]) => width * scale), ...styles.map(() => 0), ...styles.map(([, width]) => 1.25 * width * scale)],
    'line.dash': thrice(([, , dash]) => dash),
    'marker.color': thrice(([name]) => token(name)),
    'marker.size': thrice(() => 5),
    fillcolor: thrice(([name]) => translucent(token(name))),
  }, layout);
}

const translucent = hex => `rgba(${[1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16)).join(',')},0.2)`;
