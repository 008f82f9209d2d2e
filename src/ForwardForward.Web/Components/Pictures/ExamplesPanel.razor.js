export { paintAll } from '../../js/pictures.js';
