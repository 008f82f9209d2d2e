// Small grey pictures; the style sheet scales them without smoothing. They are painted again when the theme changes.
import { paintInk } from '../../js/colours.js';

const painted = new WeakMap();
const canvases = new Set();
document.addEventListener('themechange', () => {
  for (const reference of canvases) {
    const canvas = reference.deref();
    if (!canvas?.isConnected) canvases.delete(reference);
    else paintInk(canvas, ...painted.get(canvas));
  }
});

export function ink(canvas, pixels, width, height) {
  if (!canvas) return;
  if (!painted.has(canvas)) canvases.add(new WeakRef(canvas));
  painted.set(canvas, [pixels.slice(), width, height]);
  paintInk(canvas, pixels, width, height);
}
