// The small pictures of a page of mistakes: one canvas after another, each its 784 bytes. They are painted again when the theme changes.
import { paintInk } from '../../js/colours.js';
import { onThemeChange } from '../../js/theme.js';
import { fit } from '../../js/pad/surface.js';

export function gallery(list) {
  let pixels = new Uint8Array(0);
  const paint = () => list.querySelectorAll('canvas').forEach((canvas, i) => {
    const picture = pixels.subarray(784 * i, 784 * (i + 1));
    if (picture.length < 784) return;
    paintInk(canvas, picture, 28, 28);
    fit(canvas, 28, 56);
  });
  const stop = onThemeChange(list, paint);
  return {
    show(bytes) {
      pixels = bytes.slice();
      paint();
    },
    stop,
  };
}
