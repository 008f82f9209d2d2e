// Paints the tiles of an image frame: whole device pixels for each value, never smoothed, in the colours of the theme.
import { diverging, ink, light } from '../../js/colours.js';
import { onThemeChange, token } from '../../js/theme.js';

const gap = 3;
const largestZoom = 16;

export function images(root, receiver) {
  let frame = null;
  let selected = -1;
  let waiting = false;
  const layouts = new WeakMap();
  const cursors = new WeakMap();

  const canvases = () => [...root.querySelectorAll('canvas')];
  const range = canvas => [Number(canvas.dataset.from), Number(canvas.dataset.count)];

  // Of all the ways to lay tiles out in whole rows, the one with the largest tiles that does not grow taller than the window.
  function arrange(canvas, count) {
    const { width, height } = frame;
    if ('single' in canvas.dataset) return { zoom: 1, columns: 1, rows: 1, space: 0, ratio: 1 };
    const ratio = Math.max(1, window.devicePixelRatio || 1);
    const room = canvas.parentElement.clientWidth * ratio;
    const space = Math.round(gap * ratio);
    const tallest = Math.max(0.62 * innerHeight, 320) * ratio;
    let best = { zoom: 1, columns: 1, rows: count, space, ratio };
    for (let zoom = 1; zoom <= largestZoom * ratio; zoom++) {
      const fit = Math.floor((room + space) / (width * zoom + space));
      if (fit < 1) break;
      let columns = Math.min(fit, count);
      while (count % columns !== 0 && columns > 0.7 * fit) columns--;
      if (count % columns !== 0) columns = Math.min(fit, count);
      const rows = Math.ceil(count / columns);
      if (zoom > 1 && rows * (height * zoom + space) > tallest) break;
      best = { zoom, columns, rows, space, ratio };
    }
    return best;
  }

  function paint() {
    waiting = false;
    if (frame) canvases().forEach(paintOne);
  }

  function paintOne(canvas) {
    const [from, count] = range(canvas);
    if (!('single' in canvas.dataset) && !canvas.parentElement.clientWidth) return;
    const { width, height, size } = frame;
    const layout = arrange(canvas, count);
    const { zoom, columns, rows, space, ratio } = layout;
    const right = width * zoom + space;
    const down = height * zoom + space;
    const [across, tall] = [columns * right - space, rows * down - space];
    if (canvas.width !== across || canvas.height !== tall) [canvas.width, canvas.height] = [across, tall];
    if (!('single' in canvas.dataset)) {
      canvas.style.width = `${across / ratio}px`;
      canvas.style.height = `${tall / ratio}px`;
    }
    const image = new ImageData(across, tall);
    const out = new Uint32Array(image.data.buffer);
    const colours = frame.colours();
    for (let tile = 0; tile < count; tile++) {
      const left = (tile % columns) * right;
      const top = Math.floor(tile / columns) * down;
      for (let y = 0; y < height * zoom; y++) {
        const source = (from + tile) * size + Math.floor(y / zoom) * width;
        const target = (top + y) * across + left;
        for (let x = 0; x < width; x++) out.fill(colours[source + x], target + x * zoom, target + (x + 1) * zoom);
      }
    }
    const context = canvas.getContext('2d');
    context.putImageData(image, 0, 0);
    Object.assign(layout, { right, down, from, count });
    layouts.set(canvas, layout);
    if (frame.labels > 0 && frame.labels < width && zoom > 1) markLabels(context, layout);
    if (zoom === 1 && 'single' in canvas.dataset) return;
    box(context, layout, selected - from, token('--accent'));
    if (document.activeElement === canvas) box(context, layout, cursors.get(canvas) ?? 0, token('--ink'));
  }

  function markLabels(context, { count, columns, right, down, zoom }) {
    context.fillStyle = token('--accent');
    const line = Math.max(1, Math.round(zoom / 3));
    for (let tile = 0; tile < count; tile++) {
      const [left, top] = [(tile % columns) * right, Math.floor(tile / columns) * down];
      context.fillRect(left, top + zoom, frame.labels * zoom + line, line);
      context.fillRect(left + frame.labels * zoom, top, line, zoom);
    }
  }

  function box(context, { count, columns, right, down, space, ratio }, tile, colour) {
    if (tile < 0 || tile >= count) return;
    const line = Math.max(2, Math.round(2 * ratio));
    context.strokeStyle = colour;
    context.lineWidth = line;
    context.strokeRect((tile % columns) * right + line / 2, Math.floor(tile / columns) * down + line / 2, right - space - line, down - space - line);
  }

  function later() {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(paint);
    }
  }

  const choose = (...at) => receiver.invokeMethodAsync('Choose', ...at).catch(() => { /* not connected just now */ });

  // The tile under the pointer and its pixel there; the gap below and right of a tile belongs to it.
  function click(event) {
    const canvas = event.target.closest('canvas[tabindex]');
    const layout = canvas && layouts.get(canvas);
    if (!layout) return;
    const edge = canvas.getBoundingClientRect();
    const x = (event.clientX - edge.left) * layout.ratio;
    const y = (event.clientY - edge.top) * layout.ratio;
    const column = Math.floor(x / layout.right);
    const tile = Math.floor(y / layout.down) * layout.columns + column;
    if (column < 0 || column >= layout.columns || tile < 0 || tile >= layout.count) return;
    cursors.set(canvas, tile);
    choose(layout.from + tile, Math.floor((x % layout.right) / layout.zoom), Math.floor((y % layout.down) / layout.zoom));
  }

  function key(event) {
    const canvas = event.target.closest('canvas[tabindex]');
    const layout = canvas && layouts.get(canvas);
    if (!layout || event.ctrlKey || event.altKey || event.metaKey) return;
    const at = cursors.get(canvas) ?? 0;
    const moves = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -layout.columns, ArrowDown: layout.columns, Home: -at, End: layout.count - 1 - at };
    if (event.key === 'Enter' || event.key === ' ') choose(layout.from + at, 0, 0);
    else if (event.key in moves) {
      const next = at + moves[event.key];
      if (next >= 0 && next < layout.count) cursors.set(canvas, next);
      canvas.parentElement.querySelector('[data-place]').textContent = `Number ${frame.first + layout.from + (cursors.get(canvas) ?? 0) + 1}`;
      later();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  root.addEventListener('click', click);
  root.addEventListener('keydown', key);
  root.addEventListener('focusin', later);
  root.addEventListener('focusout', later);
  const resized = new ResizeObserver(later);
  resized.observe(root);
  const theme = onThemeChange(root, later);

  return {
    // Done when it is on the canvases: the server sends the next frame then.
    draw(levels, width, height, channels, labels, signed, first) {
      const kept = levels.slice();
      const colours = () => (channels === 3 ? light(kept, signed) : Uint32Array.from(kept, (signed ? at => diverging()[at] : at => ink()[at])));
      frame = { width, height, labels, first, size: width * height, colours };
      paint();
      root.dataset.drawn = Number(root.dataset.drawn ?? 0) + 1;
    },
    // Puts a frame around one tile; around none below 0.
    select(tile) {
      selected = tile;
      later();
    },
    stop() {
      resized.disconnect();
      theme();
      for (const [name, listener] of [['click', click], ['keydown', key], ['focusin', later], ['focusout', later]]) root.removeEventListener(name, listener);
    },
  };
}
