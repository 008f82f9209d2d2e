// Strokes as the server reads them: number of points, then x and y of each, 16 bits. Long drawings are thinned, never cut.
const longest = 24 * 1024; // bytes of a message; the server takes 28 KB

export function encode(strokes) {
  const total = strokes.reduce((sum, { points }) => sum + points.length, 0);
  const every = Math.max(1, Math.ceil(total * 4 / longest));
  const thinned = strokes.map(({ points }) => points.filter((_, i) => i % every === 0 || i === points.length - 1).slice(0, 65535));
  const view = new DataView(new ArrayBuffer(thinned.reduce((sum, points) => sum + 2 + 4 * points.length, 0)));
  let at = 0;
  for (const points of thinned) {
    view.setUint16(at, points.length, true);
    at += 2;
    for (const [x, y] of points) {
      view.setUint16(at, Math.round(x * 65535), true);
      view.setUint16(at + 2, Math.round(y * 65535), true);
      at += 4;
    }
  }
  return new Uint8Array(view.buffer);
}
