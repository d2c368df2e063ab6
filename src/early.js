// Runs before the app is there: shows the page in the person's language and theme, and takes picks at once.
// The app adopts what it finds under `siganpyo.early` when it wakes, and only then says that a pick is saved.
(() => {
  const root = document.documentElement;
  const parse = (text) => { try { return JSON.parse(text); } catch { return null; } };
  const read = (key) => { try { return parse(localStorage.getItem(key)); } catch { return null; } };
  const settings = read('siganpyo.settings') ?? {};
  const language = settings.language ?? (navigator.language.startsWith('ko') ? 'ko' : 'en');
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

  const list = document.querySelector('main[data-program]');
  if (!list) return;
  if (settings.program && settings.program !== list.dataset.program || settings.layout) { list.hidden = true; return; }
  const show = (id, picked) => {
    const row = list.querySelector('[data-session="' + CSS.escape(id) + '"]');
    if (!row) return;
    row.dataset.picked = picked;
    row.querySelector('[data-action=pick]').setAttribute('aria-pressed', picked);
  };
  const early = read('siganpyo.early') ?? [];
  // The plan's small copy, see src/bin/app/storage/mirror.rs.
  const plan = parse(read('siganpyo.plan.' + list.dataset.program)?.plan);
  for (const { kept, value } of plan?.picks ?? []) show(value.session, kept);
  for (const [, id, picked] of early) show(id, picked);
  // What is hidden, see src/wire/hidden_file.rs; a picked session never is.
  for (const id of read('siganpyo.hidden.' + list.dataset.program)?.away ?? []) {
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
    try { localStorage.setItem('siganpyo.early', JSON.stringify(early)); } catch { /* the app reads window.siganpyoEarly */ }
    window.siganpyoEarly = early;
  });
})();
