// The drawing pad: pointers and keys in, questions to the server out. The drawing itself is in js/pad/drawing.js.
import { paintInk } from '../../js/colours.js';
import { onThemeChange } from '../../js/theme.js';
import { Drawing } from '../../js/pad/drawing.js';
import { encode } from '../../js/pad/codec.js';
import { listen } from '../../js/pad/incoming.js';
import { questions } from '../../js/pad/questions.js';
import { fit, paint } from '../../js/pad/surface.js';

const pause = 40; // milliseconds between an answer and the next question

export function pad(canvas, preview, input, brushes, receiver) {
  const drawing = new Drawing();
  const stop = new AbortController();
  let pen = null; // the pointer that draws
  let seen = new Uint8Array(784);
  let queued = false;

  const place = event => {
    const box = canvas.getBoundingClientRect();
    const clamp = value => Math.min(1, Math.max(0, value));
    return [clamp((event.clientX - box.left) / box.width), clamp((event.clientY - box.top) / box.height)];
  };

  const repaint = () => {
    if (queued) return;
    queued = true;
    requestAnimationFrame(() => {
      queued = false;
      paint(canvas, drawing);
      fit(preview, 28, 112);
    });
  };

  const showSeen = () => { if (preview.isConnected) paintInk(preview, seen, 28, 28); };

  function changed() {
    repaint();
    drawing.save();
    ask();
  }

  const { ask, stop: stopAsking } = questions(async () => {
    const { picture, strokes, past } = drawing;
    const answer = picture
      ? (await receiver.invokeMethodAsync('Look', picture.pixels, { kind: picture.kind, index: picture.index, label: picture.label, name: picture.name }, past.length), picture.pixels)
      : await receiver.invokeMethodAsync('Draw', encode(strokes), past.length);
    seen = answer.length === 784 ? answer : new Uint8Array(784);
    showSeen();
  }, pause);

  // A file becomes a picture on the server; what is on the pad stays if it cannot.
  async function take(file) {
    try {
      const pixels = await receiver.invokeMethodAsync('Prepare', file.name || 'the picture', DotNet.createJSStreamReference(file));
      if (pixels?.length === 784) show({ kind: 'file', name: file.name || null, pixels });
    } catch {
      // Not connected: the page says so.
    }
  }

  function show(picture) {
    pen = null;
    drawing.show(picture);
    changed();
  }

  function down(event) {
    if (pen !== null || event.button > 0 || !event.isPrimary) return;
    event.preventDefault();
    pen = event.pointerId;
    canvas.focus({ preventScroll: true });
    try { canvas.setPointerCapture(pen); } catch { /* already up again */ }
    drawing.begin(place(event));
    changed();
  }

  function move(event) {
    if (event.pointerId !== pen) return;
    const events = event.getCoalescedEvents?.() ?? [];
    for (const one of events.length ? events : [event]) drawing.extend(place(one));
    changed();
  }

  const up = event => { if (event.pointerId === pen) pen = null; };

  function undo() {
    pen = null;
    drawing.undo();
    changed();
  }

  function clear() {
    pen = null;
    drawing.clear();
    changed();
  }

  const on = (target, names, action) => names.split(' ').forEach(name => target.addEventListener(name, action, { signal: stop.signal }));
  on(canvas, 'pointerdown', down);
  on(canvas, 'pointermove', move);
  on(canvas, 'pointerup pointercancel lostpointercapture', up);
  on(canvas.closest('.panel'), 'keydown', event => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== 'z' || event.target.matches('input[type="number"]')) return;
    event.preventDefault();
    undo();
  });
  on(brushes, 'change', event => {
    drawing.brush = event.target.value;
    drawing.save();
  });
  for (const one of brushes.querySelectorAll('input')) one.checked = one.value === drawing.brush;

  const size = new ResizeObserver(repaint);
  size.observe(canvas);
  const density = () => {
    if (stop.signal.aborted) return;
    repaint();
    matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`).addEventListener('change', density, { once: true, signal: stop.signal });
  };
  density();
  const theme = onThemeChange(canvas, () => { repaint(); showSeen(); });
  const files = listen(canvas.parentElement, input, take, () => receiver.invokeMethodAsync('Refuse').catch(() => { /* not connected */ }));
  showSeen();
  if (!drawing.isEmpty) ask();

  return {
    undo,
    clear,
    show: (pixels, about) => show({ ...about, pixels: pixels.slice() }),
    choose: () => input.click(),
    reveal: () => canvas.parentElement.scrollIntoView({ block: 'nearest' }),
    stop() {
      stop.abort();
      stopAsking();
      size.disconnect();
      theme();
      files();
    },
  };
}
