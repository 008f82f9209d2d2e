export { paint } from '../../js/pictures.js';
