// Colours of pictures, made from the tokens of the theme and kept until the theme changes.
import { token } from './theme.js';

let palettes = new Map();
document.addEventListener('themechange', () => { palettes = new Map(); });

const channels = hex => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16));
const packed = ([red, green, blue]) => (255 << 24 | blue << 16 | green << 8 | red) >>> 0;
const mix = (from, to, share) => from.map((value, i) => Math.round(value + (to[i] - value) * share));

function cached(name, make) {
  if (!palettes.has(name)) palettes.set(name, make());
  return palettes.get(name);
}

// 256 colours for a signed byte taken as an unsigned one: 0..127 is plus, 129..255 is minus, 128 is no number.
export const diverging = () => cached('diverging', () => {
  const [minus, zero, plus] = ['--map-minus', '--map-zero', '--map-plus'].map(name => channels(token(name)));
  const palette = new Uint32Array(256);
  for (let i = 0; i < 256; i++) {
    const value = i < 128 ? i : i - 256;
    palette[i] = packed(i === 128 ? channels(token('--map-none')) : mix(zero, value < 0 ? minus : plus, Math.abs(value) / 127));
  }
  return palette;
});

// 256 colours from paper to ink.
export const ink = () => cached('ink', () => {
  const [paper, pencil] = ['--paper', '--pencil'].map(name => channels(token(name)));
  return Uint32Array.from({ length: 256 }, (_, i) => packed(mix(paper, pencil, i / 255)));
});

// Colours of pictures of red, green and blue: light as it is, or signed bytes around a middle grey.
export function light(levels, signed) {
  const none = packed(channels(token('--map-none')));
  const out = new Uint32Array(levels.length / 3);
  for (let i = 0; i < out.length; i++) {
    const values = levels.subarray(3 * i, 3 * i + 3);
    out[i] = !signed ? packed(values) : values.includes(128) ? none : packed(Array.from(values, value => 128 + (value < 128 ? value : value - 256)));
  }
  return out;
}

// A small grey picture, one canvas pixel for each of its pixels.
export const paintInk = (canvas, pixels, width, height) => paint(canvas, pixels, width, height, ink());

// A small picture of weights, likewise.
export const paintWeights = (canvas, pixels, width, height) => paint(canvas, pixels, width, height, diverging());

function paint(canvas, pixels, width, height, palette) {
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const image = new ImageData(width, height);
  const out = new Uint32Array(image.data.buffer);
  for (let i = 0; i < out.length; i++) out[i] = palette[pixels[i]];
  canvas.getContext('2d').putImageData(image, 0, 0);
}
