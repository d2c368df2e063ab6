// What the reader of the app makes of files: its worker, and its messages as src/wire/job.rs says them.

const PATIENCE = 60000;

// Reads one file after the other, the surest first. Returns the program with its text, else the file about which there is a question,
// else the refusal of the last one.
export async function read({ files, pages, title }, language) {
  const worker = await begin();
  try {
    let asked, refused;
    for (const file of [...files, ...pages]) {
      const isPage = pages.includes(file);
      const answer = await ask(worker, job(file, isPage ? title : null, isPage, language), file.text);
      if (answer.text) return { program: JSON.parse(answer.text), text: answer.text, from: isPage ? null : file.address };
      if (answer.isQuestion) asked ??= { ...file, name: nameOf(file, isPage) };
      else refused = answer.refused ?? refused;
    }
    return { asked, refused };
  } finally {
    worker.terminate();
  }
}

function job(file, title, isPage, language) {
  return {
    language, names: [nameOf(file, isPage)], time_zone: null, shift: 0, first_day: null, columns: [], fields: [], list: null, title,
    address: file.address, zones: [Intl.DateTimeFormat().resolvedOptions().timeZone],
  };
}

function nameOf({ address }, isPage) {
  const { hostname, pathname } = new URL(address);
  return isPage ? (hostname || 'page') + '.html' : pathname.split('/').pop();
}

function begin() {
  const worker = new Worker('/reader_loader.js', { type: 'module' });
  return within(new Promise((done, fail) => {
    worker.onmessage = ({ data }) => data.ready && done(worker);
    worker.onerror = fail;
  }));
}

async function ask(worker, job, text) {
  const file = new TextEncoder().encode(text).buffer;
  const { answer, buffers } = await within(new Promise((done, fail) => {
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = fail;
    worker.postMessage({ id: 1, job: JSON.stringify({ import: job }), buffers: [file] }, [file]);
  }));
  const said = JSON.parse(answer);
  if (said.imported) return { text: new TextDecoder().decode(buffers[0]) };
  return { isQuestion: ['zone-needed', 'day-needed', 'list-needed'].some((name) => name in said), refused: said.refused };
}

function within(promise) {
  return Promise.race([promise, new Promise((_, fail) => setTimeout(fail, PATIENCE, new Error('no answer')))]);
}
