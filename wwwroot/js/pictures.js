// Small pictures on canvases, one canvas pixel for each of theirs; the style sheet scales them without smoothing. They are painted again when
// the theme changes.
import { paintInk, paintWeights } from './colours.js';

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

// Several of one size, their pixels one after the other.
export function paintAll(canvases, pixels, width, height) {
  const size = width * height;
  canvases.forEach((canvas, i) => paint(canvas, pixels.subarray(i * size, (i + 1) * size), width, height));
}

// One of them; weights in the colours of weights.
export function paint(canvas, pixels, width, height, weights = false) {
  if (!canvas) return;
  if (!painted.has(canvas)) canvases.add(new WeakRef(canvas));
  painted.set(canvas, { pixels: pixels.slice(), width, height, weights });
  show(canvas);
}
