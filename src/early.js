// Runs before the app has started: shows the page in the user's language and theme, and accepts picks at once. The app takes
// over these early picks when it starts, and only then says that a pick is saved. This also keeps the mark from which the
// next start recognises that a program crashed the page.
(() => {
  const MARK = 'showing', SETTINGS = 'settings';
  const root = document.documentElement;
  // Causes that the page does not show: for the console, and for the report in the settings
  // (src/bin/app/pages/settings/problem.rs).
  const problems = window.siganpyoProblems = [];
  const report = window.siganpyoReport = (what, cause) => {
    const line = new Date().toISOString().slice(11, 19) + ' ' + what + ': ' + (cause?.message ?? cause);
    console.warn(line);
    problems.push(line);
    problems.splice(0, problems.length - 20);
  };
  const parse = (text) => { try { return JSON.parse(text); } catch { return null; } };
  // As in src/bin/app/browser/mod.rs: with the app's path, since another copy of the app may be on this origin.
  const own = 'siganpyo' + root.dataset.base + '#';
  // Earlier versions had no path in their names. Their data is copied once, and kept for other copies of the app; if copying
  // is interrupted, it is repeated.
  try {
    if (!localStorage[own]) {
      for (const [key, text] of Object.entries(localStorage)) {
        const name = own + key.slice(9);
        if (key.startsWith('siganpyo.') && !(name in localStorage)) localStorage.setItem(name, text);
      }
      localStorage.setItem(own, 1);
    }
  } catch { /* denied or full: the database has it all */ }
  // Opens the app's database for src/bin/app/storage/db.rs. If there is none, it is created with the contents of that of
  // earlier versions, in the transaction that creates it: so it has all of them or does not exist, and then this is repeated.
  // If it cannot be created, for example because the disk is full, the old one is used until it can.
  const open = (name, make) => new Promise((done, fail) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => make ? make(request.result.createObjectStore('records')) : request.transaction.abort();
    request.onerror = ({ target: { error } }) => make || error.name !== 'AbortError' ? fail(error) : done();
    request.onsuccess = () => {
      const database = request.result;
      // Another tab must be able to delete or upgrade it at any time.
      database.onversionchange = () => database.close();
      done(database);
    };
  });
  window.siganpyoDatabase = async () => {
    const name = own + 'records', made = await open(name);
    if (made) return made;
    const before = await open('siganpyo');
    const records = before ? await new Promise((done, fail) => {
      const reading = before.transaction('records'), store = reading.objectStore('records');
      const [keys, texts] = [store.getAllKeys(), store.getAll()];
      reading.oncomplete = () => done(keys.result.map((key, at) => [texts.result[at], key]));
      reading.onabort = fail;
    }) : [];
    try {
      const database = await open(name, (store) => { for (const record of records) store.put(...record); });
      before?.close();
      return database;
    } catch (error) {
      if (before) return before;
      throw error;
    }
  };
  const read = (name) => { try { return parse(localStorage[own + name]); } catch { return null; } };
  const write = (name, value) => { try { localStorage[own + name] = JSON.stringify(value); } catch { /* nothing is kept here */ } };
  const settings = read(SETTINGS) ?? {};
  const languages = root.dataset.languages.split(' '), preferred = navigator.languages.map((tag) => tag.split('-')[0]);
  const language = settings.language ?? preferred.find((tag) => languages.includes(tag)) ?? languages[0];
  if (settings.appearance) root.dataset.appearance = settings.appearance;
  if (language !== root.lang) {
    root.lang = language;
    for (const element of document.querySelectorAll('[data-' + language + ']')) element.textContent = element.dataset[language];
    for (const element of document.querySelectorAll('[data-' + language + '-label]')) {
      const label = element.dataset[language + 'Label'];
      element.setAttribute('aria-label', label);
      if (element.placeholder) element.placeholder = label;
    }
  }
  if (typeof WebAssembly !== 'object') { root.dataset.app = 'unsupported'; return; }

  // The mark is set while a program other than the app's own is being drawn, and removed once the page has responded. A page
  // that is left or hidden draws nothing, although its code may run for a while; a page whose code was stopped does not
  // respond any more, whatever else runs in it.
  let marks = 0, drawing = null, dead = false;
  // When a browser is killed, the removal of the mark may not be on its disk for some seconds, or only an older mark is; the
  // database is written sooner. So the last removed mark is stored there.
  const note = async (at) => {
    const database = await window.siganpyoDatabase(), noting = database.transaction('records', 'readwrite');
    noting.objectStore('records').put(String(at), 'answered');
    noting.oncomplete = noting.onabort = () => database.close();
  };
  const answered = () => {
    if (!drawing || dead) return;
    note(drawing.at).catch(() => { /* then a quick death is told as one of the page */ });
    write(MARK, drawing = null);
  };
  for (const kind of ['pagehide', 'visibilitychange']) addEventListener(kind, answered);
  for (const kind of ['error', 'unhandledrejection']) addEventListener(kind, ({ error, reason, message }) => {
    report('page', error ?? reason ?? message);
    dead ||= /^(Runtime|Range|Internal)Error$/.test((error ?? reason)?.name);
  });
  // If the app is missing, the page is probably not where it was built for. A file beside the page says so.
  addEventListener('error', ({ target }) => {
    if (target.localName !== 'script' || target.src) return;
    document.head.append(Object.assign(document.createElement('script'), { src: 'misplaced.js' }));
  }, true);
  // A mark of another tab is removed while this waits; one that stays belongs to a page that crashed. Then the app starts
  // with its own program as a list, and shows what crashed (src/bin/app/state/recovery.rs).
  const found = read(MARK);
  let went;
  const ask = async () => {
    const database = await window.siganpyoDatabase();
    const asking = database.transaction('records').objectStore('records').get('answered');
    asking.onsuccess = () => { went = asking.result; database.close(); };
  };
  if (found) ask().catch(() => { /* as above */ });
  const begun = found && new Promise((resolve) => setTimeout(() => {
    if (found.at <= went && went <= Date.now()) write(MARK, null);
    else if (read(MARK)?.at === found.at) {
      const { program, trial, layout, edit = 0, ...rest } = read(SETTINGS) ?? {};
      write('last-start', found);
      write(SETTINGS, { ...rest, edit: edit + 1 });
      write(MARK, null);
    }
    resolve();
  }, 1000));
  window.siganpyoGuard = {
    begin: () => Promise.resolve(begun),
    mark(other) {
      const { program, trial } = other ? { program: other } : read(SETTINGS) ?? {};
      const mine = ++marks, frame = (then) => document.hidden ? setTimeout(then) : requestAnimationFrame(then);
      if (!document.hidden && (program || trial)) write(MARK, drawing = { program, trial, at: Date.now() });
      return new Promise((resolve) => frame(() => frame(() => {
        if (mine === marks) answered();
        if (!dead) resolve();
      })));
    },
  };

  const list = document.querySelector('main[data-program]');
  if (!list) return;
  if (settings.program && settings.program !== list.dataset.program || settings.layout) { list.hidden = true; return; }
  const show = (id, picked) => {
    const row = list.querySelector('[data-session="' + CSS.escape(id) + '"]');
    if (!row) return;
    row.dataset.picked = picked;
    row.querySelector('[data-action=pick]').setAttribute('aria-pressed', picked);
  };
  const early = read('early') ?? [];
  // The plan's small copy, see src/bin/app/storage/mirror.rs.
  const plan = parse(read('plan.' + list.dataset.program)?.plan);
  for (const { kept, value } of plan?.picks ?? []) show(value.session, kept);
  for (const [, id, picked] of early) show(id, picked);
  // The hidden sessions, see src/wire/hidden_file.rs; a picked session is never hidden.
  for (const id of read('hidden.' + list.dataset.program)?.away ?? []) {
    const row = list.querySelector('[data-picked=false][data-session="' + CSS.escape(id) + '"]');
    const slot = row?.closest('.slot');
    row?.remove();
    if (slot && !slot.querySelector('[data-session]')) slot.remove();
  }

  list.addEventListener('click', (event) => {
    const button = event.target.closest('[data-action=pick]');
    if (!button) return;
    const id = button.closest('[data-session]').dataset.session;
    const picked = button.getAttribute('aria-pressed') !== 'true';
    show(id, picked);
    early.push([list.dataset.program, id, picked]);
    write('early', early);
    // If storage is not available, the app reads this.
    window.siganpyoEarly = early;
  });
})();
