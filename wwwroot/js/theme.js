// Light, dark or the system's. The choice lives in this browser; boot.js has set it before the first paint.
const key = 'theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const choices = ['system', 'light', 'dark'];

export const chosen = () => {
  try {
    const stored = localStorage.getItem(key);
    return choices.includes(stored) ? stored : 'system';
  } catch {
    return 'system';
  }
};

export function choose(choice) {
  try {
    localStorage.setItem(key, choice);
  } catch {
    // Private windows may have no storage: the choice lasts as long as the page then.
  }
  apply(choice);
}

export const next = () => choose(choices[(choices.indexOf(chosen()) + 1) % choices.length]);

function apply(choice) {
  const theme = choice === 'system' ? (system.matches ? 'dark' : 'light') : choice;
  document.documentElement.dataset.theme = theme;
  document.querySelectorAll('input[name="theme"]').forEach(input => { input.checked = input.value === choice; });
  document.dispatchEvent(new CustomEvent('themechange', { detail: { theme, choice } }));
}

system.addEventListener('change', () => apply(chosen()));

export function onThemeChange(element, callback) {
  const listener = () => callback();
  document.addEventListener('themechange', listener);
  return () => document.removeEventListener('themechange', listener);
}

export const token = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
