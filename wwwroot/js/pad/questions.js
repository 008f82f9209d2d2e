// Questions to the server: one at a time, always about the newest state. What the connection swallows is asked again.
const patience = 10_000; // milliseconds that an answer may take; one that was under way when the connection broke never comes
const retry = 1000;
const rest = time => new Promise(done => setTimeout(done, time));

export function questions(ask, pause) {
  let [busy, stale, over] = [false, false, false];

  async function work() {
    busy = true;
    while (stale && !over) {
      stale = false;
      try {
        await Promise.race([ask(), rest(patience).then(() => { throw new Error('no answer'); })]);
        await rest(pause);
      } catch {
        stale = true;
        await rest(retry);
      }
    }
    busy = false;
  }

  return {
    ask() {
      stale = true;
      if (!busy) work();
    },
    stop() { over = true; },
  };
}
