// Runs before the app in the page of the extension, and is for it what a host and its service worker are elsewhere: it knows where files
// are, that they are all here, and what was handed over.
(() => {
  // Filled in by the build: path, SHA-256 and length of each file that the app needs without a network.
  const FILES = [];
  const api = globalThis.browser ?? chrome;
  const BASE = document.documentElement.dataset.base.slice(0, -1);

  // Pages of the app are `/index.html?/plan`, since there is no server that knows paths. Files are asked for by the same beginning.
  const place = (address) => {
    const path = String(address).replace(location.origin, '');
    return path.startsWith(BASE) ? path.slice(BASE.length) : address;
  };
  const ask = window.fetch.bind(window);
  window.fetch = (address, options) => ask(typeof address === 'string' ? place(address) : address, options);
  window.Worker = class extends Worker {
    constructor(address, options) { super(place(address), options); }
  };
  Object.defineProperty(window, 'caches', { value: { match: (address) => ask(place(address)) } });

  // The router of the app follows links to other paths only.
  addEventListener('click', (event) => {
    const link = event.composedPath().find((at) => at.localName === 'a');
    const isOurs = link?.href.startsWith(location.origin + BASE) && !link.target && !link.hasAttribute('download');
    const isPlain = !event.button && !event.metaKey && !event.altKey && !event.ctrlKey && !event.shiftKey;
    if (!isOurs || !isPlain || event.defaultPrevented || document.documentElement.dataset.app !== 'ready') return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    dispatchEvent(new PopStateEvent('popstate'));
    scrollTo(0, 0);
  });

  // What the app asks its service worker, see public/sw.js.
  const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const isWhole = async ([path, hash]) => {
    const bytes = await (await ask('/' + path.replace('./', 'index.html'))).arrayBuffer();
    return hex(await crypto.subtle.digest('SHA-256', bytes)) === hash;
  };
  const check = async () => {
    const found = await Promise.all(FILES.map((file) => isWhole(file).catch(() => false)));
    const missing = FILES.filter((_, at) => !found[at]).map(([path]) => path);
    const bytes = FILES.reduce((sum, [, , size]) => sum + size, 0);
    return { ready: FILES.length > 0 && !missing.length, version: api.runtime.getManifest().version, files: FILES.length, bytes, missing };
  };
  const keep = async ({ paths }) => {
    const sizes = await Promise.all(paths.map((path) => ask('/' + path).then((file) => file.blob()).then(({ size }) => size, () => path)));
    const bytes = sizes.reduce((sum, size) => sum + (Number(size) || 0), 0);
    return { bytes, missing: sizes.filter((size) => typeof size === 'string') };
  };
  const waiting = async () => (await api.storage.local.get('waiting')).waiting?.about;
  const open = async () => {
    const { waiting } = await api.storage.local.get('waiting');
    await discard();
    return waiting && new TextEncoder().encode(waiting.text).buffer;
  };
  const discard = () => api.storage.local.remove('waiting');
  const answers = { check, repair: check, keep, waiting, open, discard };
  const worker = {
    async postMessage(message, [port] = []) {
      const answer = await answers[message.type]?.(message);
      port?.postMessage(answer);
    },
  };
  window.ServiceWorkerRegistration ??= class {};
  const value = (content) => ({ value: content, writable: true });
  const registration = Object.create(ServiceWorkerRegistration.prototype, {
    active: value(worker), installing: value(null), waiting: value(null), onupdatefound: value(null), update: value(async () => registration),
  });
  const container = {
    controller: null, register: async () => registration, getRegistration: async () => registration, addEventListener() {},
  };
  Object.defineProperty(navigator, 'serviceWorker', { value: container });

  // Picks that were made on a conference's page wait in `picks` as [program, session, picked]. The app takes them as taps from before its
  // start (src/early.js), those of the program that it shows; they are forgotten once its plan says the same.
  const own = 'siganpyo' + document.documentElement.dataset.base + '#';
  const read = (name) => { try { return JSON.parse(localStorage[own + name]); } catch { return null; } };
  const shown = () => read('settings')?.program ?? document.querySelector('main[data-program]')?.dataset.program;
  const picks = async () => (await api.storage.local.get('picks')).picks ?? [];
  const plans = () => {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(own + 'plan.'));
    const kept = (name) => JSON.parse(read(name)?.plan ?? '{}').picks?.filter(({ kept }) => kept).map(({ value }) => value.session) ?? [];
    return Object.fromEntries(names.map((name) => [name.slice((own + 'plan.').length), kept(name.slice(own.length))]));
  };
  window.siganpyoPicked = async () => {
    const taken = (await picks()).filter(([program]) => program === shown());
    if (taken.length) localStorage[own + 'early'] = JSON.stringify([...(read('early') ?? []), ...taken]);
  };
  const tell = async () => {
    const now = plans();
    const left = (await picks()).filter(([program, session, picked]) => !now[program] || now[program].includes(session) !== picked);
    await api.storage.local.set({ picked: now, picks: left });
  };
  const isSaved = () => document.querySelector('[data-save=saved]');
  new MutationObserver(() => isSaved() && tell()).observe(document, { subtree: true, attributeFilter: ['data-save'] });
  // The app is not in front while a person picks on another page.
  api.storage.onChanged.addListener(({ picks }) => {
    if (document.hidden && picks?.newValue?.some(([program]) => program === shown())) location.reload();
  });
})();
