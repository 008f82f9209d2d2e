import { chosen, choose } from '../../js/theme.js';

export function attach(fieldset) {
  fieldset.querySelectorAll('input').forEach(input => {
    input.checked = input.value === chosen();
    input.addEventListener('change', () => choose(input.value));
  });
}
