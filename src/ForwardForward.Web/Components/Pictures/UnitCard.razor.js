import { paint as picture } from '../../js/pictures.js';

// One receptive field.
export const paint = (canvas, pixels, width, height) => picture(canvas, pixels, width, height, true);
