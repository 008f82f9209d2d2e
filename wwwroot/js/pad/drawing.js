// What is on the pad: strokes in units of the pad, so that resizing loses nothing; perhaps a picture laid over them; and what was there
// before, so that everything can be taken back. It is kept in the tab, so that reloading loses nothing either.
const storage = 'pad';
const most = 100; // steps back
const finite = value => typeof value === 'number' && Number.isFinite(value);
const isPoint = value => Array.isArray(value) && value.length === 2 && value.every(finite);
const isStroke = value => value && finite(value.width) && Array.isArray(value.points) && value.points.length > 0 && value.points.every(isPoint);

export const brushes = { fine: 0.036, medium: 0.062, broad: 0.1 }; // of the width of the pad

export class Drawing {
  constructor() {
    const stored = read();
    this.brush = stored.brush in brushes ? stored.brush : 'medium';
    this.strokes = Array.isArray(stored.strokes) ? stored.strokes.filter(isStroke) : [];
    this.picture = pictureOf(stored.picture);
    this.past = this.strokes.map((_, i) => ({ strokes: this.strokes.slice(0, i), picture: null }));
    if (this.picture) this.past.push({ strokes: this.strokes, picture: null });
  }

  get isEmpty() { return !this.strokes.length && !this.picture; }

  // A new stroke; on a picture it begins a new drawing.
  begin(point) {
    this.#remember();
    this.strokes = [...(this.picture ? [] : this.strokes), { width: brushes[this.brush], points: [point] }];
    this.picture = null;
  }

  // Lengthens the newest stroke; points that lie on top of each other say nothing.
  extend(point) {
    const { points } = this.strokes.at(-1);
    const last = points.at(-1);
    if (Math.hypot(point[0] - last[0], point[1] - last[1]) > 0.002) points.push(point);
  }

  // Lays a picture over the drawing. Leafing through pictures is one step, so that one step back leads to the drawing again.
  show(picture) {
    if (!this.picture) this.#remember();
    this.picture = picture;
  }

  clear() {
    if (this.isEmpty) return;
    this.#remember();
    [this.strokes, this.picture] = [[], null];
  }

  undo() {
    if (this.past.length) ({ strokes: this.strokes, picture: this.picture } = this.past.pop());
  }

  save() {
    const picture = this.picture && { ...this.picture, pixels: btoa(String.fromCharCode(...this.picture.pixels)) };
    const strokes = this.strokes.map(({ width, points }) => ({ width, points: points.map(point => point.map(value => +value.toFixed(4))) }));
    try { sessionStorage.setItem(storage, JSON.stringify({ brush: this.brush, strokes, picture })); } catch { /* full or forbidden: the drawing lives on this page only */ }
  }

  #remember() {
    this.past.push({ strokes: this.strokes, picture: this.picture });
    if (this.past.length > most) this.past.shift();
  }
}

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(storage) ?? '{}') ?? {};
  } catch {
    return {};
  }
}

function pictureOf(stored) {
  try {
    const pixels = Uint8Array.from(atob(stored.pixels), letter => letter.charCodeAt(0));
    return pixels.length === 784 ? { ...stored, pixels } : null;
  } catch {
    return null;
  }
}
