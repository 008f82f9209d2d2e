// Sends a chosen file, shows how far it is, and tells the page what came of it.
export function attach(root, page, largest) {
  const input = root.querySelector('input');
  const sending = root.querySelector('.sending');
  const bar = sending.querySelector('progress');
  const words = sending.querySelector('span');
  let request = null;

  const megabytes = bytes => `${(bytes / 1048576).toFixed(bytes < 10485760 ? 1 : 0)} MB`;

  function end() {
    request = null;
    sending.hidden = true;
    input.disabled = false;
    input.value = ''; // the same file may be chosen again
  }

  function send() {
    const [file] = input.files;
    if (!file || request) return;
    if (file.size > largest) {
      page.invokeMethodAsync('RefusedAsync', `${file.name} is too large: a run has at most ${megabytes(largest)}; this file has ${megabytes(file.size)}.`);
      end();
      return;
    }
    request = new XMLHttpRequest();
    request.open('POST', new URL('api/runs/import', document.baseURI));
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = event => {
      bar.value = event.loaded / event.total;
      words.textContent = event.loaded < event.total ? `Sending ${megabytes(event.loaded)} of ${megabytes(event.total)}` : 'Checking the file';
    };
    request.onload = () => {
      let answer = null;
      try { answer = JSON.parse(request.responseText); } catch { /* no JSON: no sentence either */ }
      if (request.status === 201 && answer?.id) page.invokeMethodAsync('ImportedAsync', answer.id);
      else page.invokeMethodAsync('RefusedAsync', `${file.name}: ${answer?.detail ?? `the program answered with ${request.status}.`}`);
      end();
    };
    request.onerror = () => {
      page.invokeMethodAsync('RefusedAsync', `${file.name} could not be sent: the connection was lost. Nothing was stored; try again.`);
      end();
    };
    input.disabled = true;
    sending.hidden = false;
    bar.value = 0;
    words.textContent = `Sending ${file.name}`;
    request.send(file);
  }

  input.addEventListener('change', send);
  return {
    detach() {
      input.removeEventListener('change', send);
      request?.abort();
    },
  };
}
