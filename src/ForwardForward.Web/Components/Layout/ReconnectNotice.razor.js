// A server that has started anew does not know this page any more: loading it again brings back everything that the link says.
const notice = document.getElementById('components-reconnect-modal');

notice.addEventListener('components-reconnect-state-changed', event => {
  switch (event.detail.state) {
    case 'show': notice.show(); break;
    case 'hide': notice.close(); break;
    case 'failed': document.addEventListener('visibilitychange', retryWhenVisible); break;
    case 'rejected': location.reload(); break;
  }
});

document.getElementById('components-reconnect-button').addEventListener('click', retry);
document.getElementById('components-resume-button').addEventListener('click', async () => {
  if (!await Blazor.resumeCircuit()) location.reload();
});

async function retry() {
  document.removeEventListener('visibilitychange', retryWhenVisible);
  try {
    if (!await Blazor.reconnect() && !await Blazor.resumeCircuit()) location.reload();
  } catch {
    document.addEventListener('visibilitychange', retryWhenVisible);
  }
}

async function retryWhenVisible() {
  if (document.visibilityState === 'visible') await retry();
}
