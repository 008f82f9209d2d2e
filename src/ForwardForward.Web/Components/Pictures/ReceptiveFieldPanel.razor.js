// Draws a mosaic of weights: whole device pixels for each weight, never smoothed; ten label pixels underlined.
import { diverging } from '../../js/colours.js';
import { onThemeChange, token } from '../../js/theme.js';

const gap = 3;

export function mosaic(canvas, receiver) {
  const stage = canvas.parentElement;
  let frame = null;
  let waiting = false;
  let layout = null;
  let selected = -1;

  // Of all the ways to lay the tiles out in whole rows, the one with the largest tiles that does not grow taller than the window.
  function arrange(count, width, height) {
    const ratio = Math.max(1, window.devicePixelRatio || 1);
    const room = stage.clientWidth * ratio;
    const space = gap * ratio;
    const tallest = Math.max(0.62 * innerHeight, 320) * ratio;
    let best = null;
    for (let zoom = 1; zoom <= 16; zoom++) {
      const fit = Math.floor((room + space) / (width * zoom + space));
      if (fit < 1) break;
      let columns = Math.min(fit, count);
      while (count % columns !== 0 && columns > 0.7 * fit) columns--;
      if (count % columns !== 0) columns = Math.min(fit, count);
      const rows = Math.ceil(count / columns);
      if (best && rows * (height * zoom + space) > tallest) break;
      best = { zoom, columns, rows, space: spread(columns, width * zoom, room, space), ratio };
    }
    return best;
  }

  // What is left of the width goes between the tiles, as far as that looks well.
  const spread = (columns, wide, room, space) =>
    columns < 2 ? Math.round(space) : Math.round(Math.min(3 * space, Math.max(space, Math.floor((room - columns * wide) / (columns - 1)))));

  function paint() {
    waiting = false;
    if (!frame || !stage.clientWidth) return;
    const { pixels, width, height, labels } = frame;
    const count = pixels.length / (width * height);
    if (!count) return;
    const { zoom, columns, rows, space, ratio } = arrange(count, width, height) ?? { zoom: 1, columns: 1, rows: count, space: gap, ratio: 1 };
    const across = columns * (width * zoom + space) - space;
    const down = rows * (height * zoom + space) - space;
    if (canvas.width !== across || canvas.height !== down) {
      canvas.width = across;
      canvas.height = down;
    }
    canvas.style.width = `${across / ratio}px`;
    canvas.style.height = `${down / ratio}px`;
    const context = canvas.getContext('2d');
    const palette = diverging();
    const image = new ImageData(across, down);
    const out = new Uint32Array(image.data.buffer);
    for (let tile = 0; tile < count; tile++) {
      const left = (tile % columns) * (width * zoom + space);
      const top = Math.floor(tile / columns) * (height * zoom + space);
      for (let y = 0; y < height * zoom; y++) {
        const source = tile * width * height + Math.floor(y / zoom) * width;
        const target = (top + y) * across + left;
        for (let x = 0; x < width; x++) out.fill(palette[pixels[source + x]], target + x * zoom, target + (x + 1) * zoom);
      }
    }
    context.putImageData(image, 0, 0);
    if (labels > 0 && labels < width) mark(context, count, columns, width * zoom + space, height * zoom + space, labels * zoom, zoom);
    layout = { columns, right: width * zoom + space, down: height * zoom + space, count, ratio, zoom };
    if (selected >= 0 && selected < count) {
      const line = Math.max(2, Math.round(2 * ratio));
      context.strokeStyle = token('--accent');
      context.lineWidth = line;
      context.strokeRect((selected % columns) * layout.right + line / 2, Math.floor(selected / columns) * layout.down + line / 2, width * zoom - line, height * zoom - line);
    }
    canvas.dataset.columns = columns;
    canvas.dataset.zoom = zoom;
  }

  function mark(context, count, columns, right, down, wide, tall) {
    context.fillStyle = token('--accent');
    const line = Math.max(1, Math.round(tall / 3));
    for (let tile = 0; tile < count; tile++) {
      context.fillRect((tile % columns) * right, Math.floor(tile / columns) * down + tall, wide + line, line);
      context.fillRect((tile % columns) * right + wide, Math.floor(tile / columns) * down, line, tall);
    }
  }

  function later() {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(paint);
    }
  }

  // The tile under the pointer and its weight there; the gap below and right of a tile belongs to it.
  function tileAt(event) {
    if (!layout) return null;
    const box = canvas.getBoundingClientRect();
    const x = (event.clientX - box.left) * layout.ratio;
    const y = (event.clientY - box.top) * layout.ratio;
    const column = Math.floor(x / layout.right);
    const tile = Math.floor(y / layout.down) * layout.columns + column;
    if (column >= layout.columns || tile < 0 || tile >= layout.count) return null;
    return [tile, Math.floor((x % layout.right) / layout.zoom), Math.floor((y % layout.down) / layout.zoom)];
  }

  canvas.addEventListener('click', event => {
    const at = tileAt(event);
    if (at) receiver.invokeMethodAsync('Inspect', ...at).catch(() => { /* not connected just now */ });
  });

  const size = new ResizeObserver(later);
  size.observe(stage);
  const theme = onThemeChange(canvas, later);

  return {
    // Done when it is on the canvas: the server sends the next frame then.
    draw(pixels, width, height, labels) {
      frame = { pixels: pixels.slice(), width, height, labels };
      paint();
    },
    // Puts a frame around one tile; around none below 0.
    select(index) {
      selected = index;
      later();
    },
    stop() {
      size.disconnect();
      theme();
    },
  };
}
