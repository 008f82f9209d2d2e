// Paints a drawing as crisply as the screen can show it.
import { ink } from '../colours.js';
import { token } from '../theme.js';

export function paint(canvas, drawing) {
  const size = Math.round(canvas.clientWidth * (window.devicePixelRatio || 1));
  if (!size) return;
  if (canvas.width !== size) canvas.width = canvas.height = size;
  const context = canvas.getContext('2d');
  context.clearRect(0, 0, size, size);
  if (drawing.picture) paintPicture(context, size, drawing.picture.pixels);
  else paintStrokes(context, size, drawing.strokes);
}

function paintStrokes(context, size, strokes) {
  context.strokeStyle = context.fillStyle = token('--pencil');
  context.lineCap = context.lineJoin = 'round';
  for (const { width, points } of strokes) {
    context.lineWidth = width * size;
    context.beginPath();
    if (points.length === 1) {
      context.arc(points[0][0] * size, points[0][1] * size, width * size / 2, 0, 2 * Math.PI);
      context.fill();
      continue;
    }
    // Through the middles of the segments, bent by the points: smooth however few events came.
    context.moveTo(points[0][0] * size, points[0][1] * size);
    for (let i = 1; i < points.length - 1; i++) {
      const [x, y] = points[i];
      context.quadraticCurveTo(x * size, y * size, (x + points[i + 1][0]) / 2 * size, (y + points[i + 1][1]) / 2 * size);
    }
    const [x, y] = points.at(-1);
    context.lineTo(x * size, y * size);
    context.stroke();
  }
}

// Every pixel is a square of whole screen pixels; what is left over is a margin.
function paintPicture(context, size, pixels) {
  const scale = Math.floor(size / 28);
  const margin = Math.floor((size - 28 * scale) / 2);
  const palette = ink();
  for (let i = 0; i < 784; i++) {
    if (!pixels[i]) continue;
    const colour = palette[pixels[i]];
    context.fillStyle = `rgb(${colour & 255} ${colour >> 8 & 255} ${colour >> 16 & 255})`;
    context.fillRect(margin + i % 28 * scale, margin + Math.floor(i / 28) * scale, scale, scale);
  }
}

// Sets the width of a small picture so that each of its pixels is a whole number of screen pixels.
export function fit(canvas, side, wanted) {
  const ratio = window.devicePixelRatio || 1;
  canvas.style.width = canvas.style.height = `${side * Math.max(1, Math.round(wanted * ratio / side)) / ratio}px`;
}
