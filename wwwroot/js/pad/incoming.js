// Pictures that come to the pad: chosen, dropped or pasted.
const typing = 'input:not([type="radio"]):not([type="checkbox"]):not([type="range"]):not([type="button"]):not([type="file"]), textarea, [contenteditable="true"]';

export function listen(board, input, take, refuse) {
  const stop = new AbortController();
  const on = (target, name, action) => target.addEventListener(name, action, { signal: stop.signal });
  const hasFiles = event => event.dataTransfer?.types.includes('Files');

  on(input, 'change', () => {
    const [file] = input.files;
    input.value = ''; // the same file may be chosen again
    if (file) take(file);
  });

  on(document, 'paste', event => {
    if (event.target instanceof Element && event.target.closest(typing)) return;
    const [file] = event.clipboardData?.files ?? [];
    if (!file) return;
    event.preventDefault();
    take(file);
  });

  on(board, 'dragover', event => {
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    board.dataset.drop = '';
  });
  on(board, 'dragleave', event => {
    if (!board.contains(event.relatedTarget)) delete board.dataset.drop;
  });
  on(board, 'drop', event => {
    event.preventDefault();
    delete board.dataset.drop;
    const [file] = event.dataTransfer.files;
    if (file) take(file);
    else refuse();
  });

  // A picture dropped beside the pad would otherwise take the place of the whole page.
  for (const name of ['dragover', 'drop']) on(window, name, event => { if (hasFiles(event)) event.preventDefault(); });

  return () => stop.abort();
}
