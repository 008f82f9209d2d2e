// The drawing pad. Strokes are kept in units of the pad, so that resizing loses nothing, and in the tab, so that reloading loses nothing.
import { paintInk } from '../../js/colours.js';
import { onThemeChange, token } from '../../js/theme.js';

const storage = 'pad';
const nib = 0.062; // of the width of the pad
const longest = 24 * 1024; // bytes of a message; the server takes 28 KB

export function pad(canvas, preview, receiver) {
  let strokes = restore();
  let pen = null; // the pointer that draws
  let asking = false;
  let stale = false;
  let seen = new Uint8Array(0);
  let queued = false;

  const place = event => {
    const box = canvas.getBoundingClientRect();
    const clamp = value => Math.min(1, Math.max(0, value));
    return [clamp((event.clientX - box.left) / box.width), clamp((event.clientY - box.top) / box.height)];
  };

  function paint() {
    queued = false;
    const size = Math.round(canvas.clientWidth * (window.devicePixelRatio || 1));
    if (!size) return;
    if (canvas.width !== size) canvas.width = canvas.height = size;
    const context = canvas.getContext('2d');
    context.clearRect(0, 0, size, size);
    context.strokeStyle = context.fillStyle = token('--pencil');
    context.lineWidth = nib * size;
    context.lineCap = context.lineJoin = 'round';
    for (const stroke of strokes) {
      context.beginPath();
      if (stroke.length === 1) {
        context.arc(stroke[0][0] * size, stroke[0][1] * size, nib * size / 2, 0, 2 * Math.PI);
        context.fill();
        continue;
      }
      // Through the middles of the segments, bent by the points: smooth however few events came.
      context.moveTo(stroke[0][0] * size, stroke[0][1] * size);
      for (let i = 1; i < stroke.length - 1; i++) {
        const [x, y] = stroke[i];
        context.quadraticCurveTo(x * size, y * size, (x + stroke[i + 1][0]) / 2 * size, (y + stroke[i + 1][1]) / 2 * size);
      }
      const [x, y] = stroke.at(-1);
      context.lineTo(x * size, y * size);
      context.stroke();
    }
  }

  const repaint = () => {
    if (!queued) {
      queued = true;
      requestAnimationFrame(paint);
    }
  };

  function changed() {
    repaint();
    try { sessionStorage.setItem(storage, JSON.stringify(strokes.map(stroke => stroke.map(point => point.map(value => +value.toFixed(4)))))); } catch { /* full or forbidden: the drawing lives on this page only */ }
    ask();
  }

  // One question at a time, always about the newest drawing.
  async function ask() {
    if (asking) {
      stale = true;
      return;
    }
    asking = true;
    try {
      do {
        stale = false;
        seen = await receiver.invokeMethodAsync('Draw', encode(strokes), strokes.length);
        showSeen();
      } while (stale);
    } catch {
      // Not connected: the next stroke asks again.
    } finally {
      asking = false;
    }
  }

  function showSeen() {
    if (preview.isConnected) paintInk(preview, seen.length === 784 ? seen : new Uint8Array(784), 28, 28);
  }

  function down(event) {
    if (pen !== null || event.button > 0) return;
    event.preventDefault();
    pen = event.pointerId;
    canvas.focus({ preventScroll: true });
    try { canvas.setPointerCapture(pen); } catch { /* already up again */ }
    strokes.push([place(event)]);
    changed();
  }

  function move(event) {
    if (event.pointerId !== pen) return;
    const stroke = strokes.at(-1);
    const events = event.getCoalescedEvents?.() ?? [];
    for (const one of events.length ? events : [event]) {
      const point = place(one);
      const last = stroke.at(-1);
      if (Math.hypot(point[0] - last[0], point[1] - last[1]) > 0.002) stroke.push(point);
    }
    changed();
  }

  function up(event) {
    if (event.pointerId === pen) pen = null;
  }

  function undo() {
    if (!strokes.length) return;
    pen = null;
    strokes.pop();
    changed();
  }

  function clear() {
    pen = null;
    strokes = [];
    changed();
  }

  function key(event) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      event.preventDefault();
      undo();
    }
  }

  canvas.addEventListener('pointerdown', down);
  canvas.addEventListener('pointermove', move);
  canvas.addEventListener('pointerup', up);
  canvas.addEventListener('pointercancel', up);
  canvas.addEventListener('lostpointercapture', up);
  canvas.addEventListener('keydown', key);
  const size = new ResizeObserver(repaint);
  size.observe(canvas);
  const theme = onThemeChange(canvas, () => { repaint(); showSeen(); });
  repaint();
  showSeen();
  if (strokes.length) ask();

  return {
    undo,
    clear,
    stop() {
      size.disconnect();
      theme();
    },
  };
}

// Strokes as the server reads them: number of points, then x and y of each, 16 bits. Long drawings are thinned, never cut.
function encode(strokes) {
  const total = strokes.reduce((sum, stroke) => sum + stroke.length, 0);
  const every = Math.max(1, Math.ceil(total * 4 / longest));
  const thinned = strokes.map(stroke => stroke.filter((_, i) => i % every === 0 || i === stroke.length - 1).slice(0, 65535));
  const view = new DataView(new ArrayBuffer(thinned.reduce((sum, stroke) => sum + 2 + 4 * stroke.length, 0)));
  let at = 0;
  for (const stroke of thinned) {
    view.setUint16(at, stroke.length, true);
    at += 2;
    for (const [x, y] of stroke) {
      view.setUint16(at, Math.round(x * 65535), true);
      view.setUint16(at + 2, Math.round(y * 65535), true);
      at += 4;
    }
  }
  return new Uint8Array(view.buffer);
}

function restore() {
  try {
    const stored = JSON.parse(sessionStorage.getItem(storage) ?? '[]');
    const point = value => Array.isArray(value) && value.length === 2 && value.every(Number.isFinite);
    return Array.isArray(stored) ? stored.filter(stroke => Array.isArray(stroke) && stroke.length && stroke.every(point)) : [];
  } catch {
    return [];
  }
}
