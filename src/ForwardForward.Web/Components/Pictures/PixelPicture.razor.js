// A small picture; the style sheet scales it without smoothing. It is painted again when the theme changes.
import { paintInk, paintWeights } from '../../js/colours.js';

const painted = new WeakMap();
const canvases = new Set();
document.addEventListener('themechange', () => {
  for (const reference of canvases) {
    const canvas = reference.deref();
    if (!canvas?.isConnected) canvases.delete(reference);
    else show(canvas);
  }
});

function show(canvas) {
  const { pixels, width, height, weights } = painted.get(canvas);
  (weights ? paintWeights : paintInk)(canvas, pixels, width, height);
}

export function paint(canvas, pixels, width, height, weights) {
  if (!canvas) return;
  if (!painted.has(canvas)) canvases.add(new WeakRef(canvas));
  painted.set(canvas, { pixels: pixels.slice(), width, height, weights });
  show(canvas);
}
