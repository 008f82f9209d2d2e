export { paint as ink } from '../../js/pictures.js';
