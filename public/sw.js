// The service worker: keeps one verified copy of the app on the device and answers from it. It never changes its name.
//
// Every file is kept only if its bytes have the SHA-256 that the build wrote down here. So neither the login page of a
// venue's Wi-Fi nor half a file can ever become part of the app, and an unchanged file is never downloaded twice.

// Both lines are filled in by the last step of the build, see src/bin/xtask/finish/offline.rs.
const VERSION = 'unbuilt';
const FILES = []; // [address relative to the scope, SHA-256, bytes]
const ONCE_USED = []; // the same of files that are kept from their first use on

const PREFIX = 'siganpyo-';
const CACHE = PREFIX + VERSION;
const SCOPE = new URL(self.registration.scope);
const SHELL = SCOPE.pathname;
const hashes = (files) => new Map(files.map(([address, hash]) => [new URL(address, SCOPE).pathname, hash]));
const HASHES = hashes(FILES);
const LATER = hashes(ONCE_USED);

self.addEventListener('install', (event) => event.waitUntil(install()));

self.addEventListener('activate', (event) => event.waitUntil(activate()));

self.addEventListener('fetch', (event) => {
  const shared = sharing(event.request);
  if (shared) return event.respondWith(shared);
  const answer = route(event.request);
  if (answer) event.respondWith(answer);
});

self.addEventListener('message', (event) => {
  const tasks = {
    activate: () => self.skipWaiting(),
    check: report,
    repair: () => repair().then(report),
    keep: () => keepUsed(event.data.paths),
  };
  const task = tasks[event.data?.type];
  if (!task) return;
  event.waitUntil(Promise.resolve(task()).then((answer) => event.ports[0]?.postMessage(answer)));
});

// All or nothing. What was verified before a failure stays, so that the next attempt continues from there.
// The new version then waits: it takes over when the page says so, or when no page of the old one is open.
async function install() {
  const failed = (await repair()).filter(Boolean);
  if (failed.length) throw new Error(`not kept: ${failed.join(', ')}`);
  await Promise.all([...LATER.keys()].map(fromBefore));
}

// Other apps may live on this origin, so only our own caches go. Open pages are taken over at once: on a first visit the page
// loads its worker only when it is needed, and that may be in a hall without signal.
async function activate() {
  const ours = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(ours.map((name) => caches.delete(name)));
  await self.clients.claim();
}

// Fills in what is missing; returns for each file its path if it could not be had, else null.
async function repair() {
  const cache = await caches.open(CACHE);
  return Promise.all([...HASHES].map(([path, hash]) => keep(cache, path, hash).then(() => null, () => path)));
}

async function keep(cache, path, hash) {
  const url = new URL(path, SCOPE).href;
  const sources = [() => cache.match(url), () => fromOlderCache(url), () => fetch(url), () => fetch(url, { cache: 'reload' })];
  for (const [place, source] of sources.entries()) {
    const response = await source().then((found) => verified(found, hash)).catch(() => undefined);
    if (response) return place === 0 ? undefined : cache.put(url, await withoutRedirect(response));
  }
  throw new Error(path);
}

// A file that is kept from its first use on, out of what an older version kept; nothing where it has changed or was never used.
async function fromBefore(path) {
  const url = new URL(path, SCOPE).href;
  const response = await verified(await fromOlderCache(url), LATER.get(path));
  if (response) await (await caches.open(CACHE)).put(url, response.clone());
  return response;
}

async function onceUsed(path, request) {
  const cache = await caches.open(CACHE);
  const url = new URL(path, SCOPE).href;
  const kept = (await cache.match(url)) ?? (await fromBefore(path));
  if (kept) return kept;
  const response = await verified(await fetch(request), LATER.get(path));
  // What some portal or a half-finished upload put in its place would fail later and less clearly.
  if (!response) return Response.error();
  await cache.put(url, await withoutRedirect(response.clone()));
  return response;
}

async function verified(response, hash) {
  return response?.ok && (await digest(response)) === hash ? response : undefined;
}

async function fromOlderCache(url) {
  for (const name of await caches.keys()) {
    const response = name.startsWith(PREFIX) && name !== CACHE && (await (await caches.open(name)).match(url));
    if (response) return response;
  }
}

async function digest(response) {
  const bytes = await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer());
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

// A browser refuses to answer a navigation with a response that was redirected.
async function withoutRedirect(response) {
  if (!response.redirected) return response;
  return new Response(await response.blob(), { headers: { 'content-type': response.headers.get('content-type') ?? '' } });
}

// What is really there, byte for byte. The page says “ready for the venue” only upon this.
async function report() {
  const cache = await caches.open(CACHE);
  const present = async ([path, hash]) => {
    const response = await verified(await cache.match(new URL(path, SCOPE).href), hash);
    return response ? null : path.slice(SHELL.length) || './';
  };
  const missing = (await Promise.all([...HASHES].map(present))).filter(Boolean);
  const bytes = FILES.reduce((sum, [, , size]) => sum + size, 0);
  return { ready: FILES.length > 0 && missing.length === 0, version: VERSION, files: FILES.length, bytes, missing };
}

// Returns the answer to a request, or nothing where the network should answer as if we were not there.
function route(request) {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== SCOPE.origin || !url.pathname.startsWith(SCOPE.pathname)) return undefined;
  if (LATER.has(url.pathname)) return onceUsed(url.pathname, request);
  const path = request.mode === 'navigate' && !isFile(url.pathname) ? SHELL : url.pathname;
  if (path.startsWith(SLICES)) return slice(request);
  if (!HASHES.has(path)) return undefined;
  // The page asks past its caches when it looks for a newer program. Without a network there is nothing to say: what is kept here
  // may be older than what the page has by now, and must not pass for news.
  const isLook = request.mode !== 'navigate' && path.endsWith('.json') && request.cache !== 'default';
  return isLook ? fetch(request).catch(() => new Response(null, { status: 204 })) : kept(path, request);
}

// The browser may have dropped an entry; then the network is the second best.
async function kept(path, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(new URL(path, SCOPE).href)) ?? fetch(request);
}

// Parts of fonts for scripts that the bundled ones lack, each named after the beginning of its hash: what was kept once is good for
// good, so the cache has a name of its own and outlives versions.
const SLICES = SHELL + 'fonts/slices/';
const SCRIPTS = 'siganpyo.slices';

async function slice(request) {
  const cache = await caches.open(SCRIPTS);
  const known = await cache.match(request.url);
  if (known) return known;
  const found = await fetch(request);
  const hash = /-([0-9a-f]+)\.gz$/.exec(request.url)?.[1];
  if (!hash || !found.ok || !(await digest(await unpacked(found))).startsWith(hash)) return Response.error();
  await cache.put(request.url, await withoutRedirect(found.clone())).catch(() => undefined);
  return found;
}

// Some hosts send packed files so that the browser has unpacked them already.
async function unpacked(response) {
  const packed = await response.clone().arrayBuffer();
  const [first, second] = new Uint8Array(packed);
  if (first !== 0x1f || second !== 0x8b) return new Response(packed);
  return new Response(new Response(packed).body.pipeThrough(new DecompressionStream('gzip')));
}

// Keeps what the program in use needs beyond the app, as long as there is a network. Says what of it is missing all the same.
async function keepUsed(paths) {
  const kept = async (path) => {
    const url = new URL(path, SCOPE).href;
    await Promise.resolve(route(new Request(url))).catch(() => undefined);
    const copy = (await (await caches.open(CACHE)).match(url)) ?? (await (await caches.open(SCRIPTS)).match(url));
    return copy ? (await copy.blob()).size : path;
  };
  const found = await Promise.all(paths.map(kept));
  const sizes = found.filter((size) => typeof size === 'number');
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), missing: found.filter((path) => typeof path === 'string') };
}

// Another app shares a file or a text into the installed one: it arrives as a form, waits in a cache of its own for the page to
// ask for it, and is handed out once.
const SHARED = 'siganpyo.shared';

function sharing(request) {
  const path = new URL(request.url).pathname;
  if (request.method === 'POST' && path === SHELL + 'library') return receive(request);
  if (request.method === 'GET' && path === SHELL + 'shared') return handOut();
  return undefined;
}

async function receive(request) {
  try {
    const form = await request.formData();
    const file = form.getAll('file').find((value) => value instanceof File && value.size);
    const words = ['url', 'text', 'title'].map((name) => String(form.get(name) ?? '').trim());
    const text = words.find((word) => /^https?:/.test(word)) ?? words.find(Boolean) ?? '';
    const headers = { 'x-name': encodeURIComponent(file?.name ?? '') };
    await (await caches.open(SHARED)).put(SHELL + 'shared', new Response(file ?? text, { headers }));
  } catch {
    // The page will find nothing and say so.
  }
  return Response.redirect(SHELL + 'library?shared', 303);
}

async function handOut() {
  const cache = await caches.open(SHARED);
  const shared = await cache.match(SHELL + 'shared');
  await cache.delete(SHELL + 'shared');
  return shared ?? new Response(null, { status: 404 });
}

// Opened in a tab of its own, a picture or a program file is itself and not the app. The ids of sessions may hold dots.
function isFile(path) {
  const relative = path.slice(SHELL.length);
  return /\.(css|gz|ics|js|json|otf|png|svg|txt|wasm|webmanifest|xml)$/.test(relative) && !relative.startsWith('session/');
}
