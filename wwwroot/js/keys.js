// The keyboard map. Nothing happens while somebody types, or when a control under the focus wants the key for itself.
import { next } from './theme.js';

const typing = 'input:not([type="radio"]):not([type="checkbox"]):not([type="range"]):not([type="button"]), textarea, select, [contenteditable="true"]';
const wantsSpace = 'button, a, summary, input, select, textarea, [role="button"], [role="menuitem"], [role="slider"]';

const wantsArrows = 'input, select, summary, canvas, [role="slider"], [role="tab"], [role="menuitem"], [role="region"][tabindex]';
const moments = { ArrowLeft: 'earlier', ArrowRight: 'later', Home: 'first-moment', End: 'live' };

// These keys scroll, except on a page that has a slider of time.
function momentOf(event) {
  const command = moments[event.key];
  if (!command || event.shiftKey || !document.querySelector('[data-scrubber]')) return null;
  return event.target instanceof Element && event.target.closest(wantsArrows) ? null : command;
}

function commandOf(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return null;
  const target = event.target;
  // Also when the focus has not got into the dialog yet.
  if (event.key === 'Escape') return document.querySelector('.mud-dialog') ? 'close' : null;
  if (target instanceof Element) {
    if (target.closest(typing) || target.closest('[role="dialog"]')) return null;
    if (event.code === 'Space' && target.closest(wantsSpace)) return null;
  }
  if (event.code === 'Space') return 'toggle';
  if (event.key === '?') return 'help';
  if (event.key in moments) return momentOf(event);
  switch (event.key.toLowerCase()) {
    case 's': return event.shiftKey ? 'step-epoch' : 'step-batch';
    case 'c': return 'clear-pad';
    case 'd': return 'pad';
    case 'n': return 'new-seed';
    case 'r': return 'reset';
    case 't': return 'theme';
    default: return /^[1-9]$/.test(event.key) ? `layer-${event.key}` : null;
  }
}

export function listen(receiver) {
  const onKey = event => {
    const command = commandOf(event);
    if (!command) return;
    event.preventDefault();
    if (event.repeat && !(event.key in moments)) return;
    if (command === 'theme') next();
    else receiver.invokeMethodAsync('OnCommand', command).catch(() => { /* not connected just now */ });
  };
  document.addEventListener('keydown', onKey);
  document.documentElement.dataset.keys = 'heard';
  return {
    stop: () => {
      document.removeEventListener('keydown', onKey);
      delete document.documentElement.dataset.keys;
    },
  };
}
