// Runs before the first paint, so that the page never flashes in the wrong theme.
(() => {
  let choice = null;
  try { choice = localStorage.getItem('theme'); } catch { /* no storage: the system decides */ }
  const dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
