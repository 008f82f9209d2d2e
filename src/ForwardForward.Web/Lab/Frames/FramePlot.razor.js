// Draws one frame as lines or bars with Plotly and dresses it in the tokens of the page.
import { onThemeChange, token } from '../../js/theme.js';

const charts = new Map();
const strokes = { positive: ['--positive', 2.25], negative: ['--negative', 2.25], chosen: ['--accent', 2.25], background: ['--line-strong', 1] };
const plain = name => [`--run-${name.split('-')[1] ?? 1}`, 1.75];

export async function draw(id, model) {
  let chart = charts.get(id);
  if (!chart) {
    const div = await graph(id);
    if (!div) return;
    chart = { div };
    charts.set(id, chart);
    chart.size = new ResizeObserver(() => div.offsetWidth && Plotly.Plots.resize(div));
    chart.size.observe(div.parentElement);
    chart.theme = onThemeChange(div, () => render(chart));
  }
  chart.model = model;
  await render(chart);
  chart.div.dataset.lines = model.lines.length;
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

// Lines that stand back are drawn first, so that the others lie on top.
function render({ div, model }) {
  const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const [ink, quiet, line, surface] = ['--ink', '--ink-3', '--line', '--surface'].map(token);
  const font = { family: getComputedStyle(document.body).fontFamily, size: 11 * scale, color: quiet };
  const bars = model.kind === 'bars';
  const order = [...model.lines].sort((one, other) => (other.role === 'background') - (one.role === 'background'));
  const traces = order.map(({ name, role, y }) => {
    const [colour, width] = strokes[role] ?? plain(role);
    return bars
      ? { type: 'bar', name, x: model.x, y, marker: { color: token(colour), line: { width: 0 } }, opacity: 0.65, hovertemplate: '%{y:.1f} %<extra>%{fullData.name}</extra>' }
      : { type: 'scatter', mode: model.x.length < 2 ? 'markers' : 'lines', name, x: model.x, y, connectgaps: false, line: { color: token(colour), width: width * scale }, hoverinfo: role === 'background' ? 'skip' : 'y+name' };
  });
  const axis = { gridcolor: line, linecolor: line, zerolinecolor: line, automargin: true, fixedrange: true };
  return Plotly.react(div, traces, {
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    font,
    showlegend: false,
    barmode: 'overlay',
    bargap: 0,
    hovermode: 'x',
    dragmode: false,
    margin: { l: 44 * scale, r: 8, t: 6, b: 36 * scale },
    hoverlabel: { bgcolor: surface, bordercolor: line, font: { ...font, size: 12 * scale, color: ink } },
    xaxis: { ...axis, title: { text: model.axis, standoff: 4, font }, showgrid: false, showline: true, zeroline: false },
    yaxis: { ...axis, title: { text: model.unit, standoff: 4, font }, rangemode: bars ? 'tozero' : 'normal', zeroline: !bars },
    shapes: shapes(model),
  }, { displayModeBar: false, responsive: false });
}

function shapes({ band, mark }) {
  const across = { xref: 'x', yref: 'paper', y0: 0, y1: 1 };
  return [
    ...(band ? [{ ...across, type: 'rect', x0: band[0], x1: band[1], layer: 'below', line: { width: 0 }, fillcolor: token('--accent-soft') }] : []),
    ...(mark == null ? [] : [{ ...across, type: 'line', x0: mark, x1: mark, line: { color: token('--ink'), width: 1, dash: '4px,3px' } }]),
  ];
}
