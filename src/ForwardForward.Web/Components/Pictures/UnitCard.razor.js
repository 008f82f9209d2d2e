// One receptive field; the style sheet scales it without smoothing. It is painted again when the theme changes.
import { paintWeights } from '../../js/colours.js';

const painted = new WeakMap();
const canvases = new Set();
document.addEventListener('themechange', () => {
  for (const reference of canvases) {
    const canvas = reference.deref();
    if (!canvas?.isConnected) canvases.delete(reference);
    else paintWeights(canvas, ...painted.get(canvas));
  }
});

export function paint(canvas, pixels, width, height) {
  if (!canvas) return;
  if (!painted.has(canvas)) canvases.add(new WeakRef(canvas));
  painted.set(canvas, [pixels.slice(), width, height]);
  paintWeights(canvas, pixels, width, height);
}
