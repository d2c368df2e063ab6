// The service worker: keeps one verified copy of the app on the device and answers requests from it. Its file name never
// changes.
//
// A file is kept only if its bytes have the SHA-256 that the build wrote here. So neither the login page of a venue's Wi-Fi
// nor an incomplete file can become part of the app, and an unchanged file is never downloaded twice. Of a changed one, only what
// differs is downloaded, if the build knew the file that is here.

// These lines are filled in by the last step of the build, see src/publish/offline.rs and updates.rs.
const VERSION = 'unbuilt';
const FILES = []; // [address relative to the scope, SHA-256, bytes]
const ONCE_USED = []; // the same for files that are kept after their first use
const UPDATES = []; // [address, address in an earlier version, beginning of the SHA-256 there, bytes of the difference at most]

const SCOPE = new URL(self.registration.scope);
const SHELL = SCOPE.pathname;
// Another copy of the app may be on this origin, at /2027/ next to /2026/ or at the root above both. So every name contains
// the app's path and then a character that is in no path: no copy's names are a prefix of another one's.
const NAME = `siganpyo${SHELL}#`;
const VERSIONS = NAME + 'app-';
const CACHE = VERSIONS + VERSION;
// Earlier versions named their caches like this, whatever their path.
const NAMELESS = 'siganpyo-';
const hashes = (files) => new Map(files.map(([address, hash]) => [new URL(address, SCOPE).pathname, hash]));
const HASHES = hashes(FILES);
const LATER = hashes(ONCE_USED);

self.addEventListener('install', (event) => event.waitUntil(install()));

self.addEventListener('activate', (event) => event.waitUntil(activate()));

self.addEventListener('fetch', (event) => {
  const answer = isHandedOver(event.request) ? receive(event.request) : route(event.request);
  if (answer) event.respondWith(answer);
});

self.addEventListener('message', (event) => {
  const tasks = {
    activate: () => self.skipWaiting(),
    check: report,
    repair: () => repair().then(report),
    keep: () => keepUsed(event.data.paths),
    waiting: () => isOurPage(event.source) && waiting(),
    open: () => isOurPage(event.source) && handOut(),
    discard: () => isOurPage(event.source) && discard(),
  };
  const task = tasks[event.data?.type];
  if (!task) return;
  event.waitUntil(Promise.resolve(task()).then((answer) => event.ports[0]?.postMessage(answer)));
});

// All or nothing. Files that were verified before a failure are kept, so that the next attempt continues from there. The new
// version then waits: it takes over when the page asks for it, or when no page of the old one is open.
async function install() {
  const failed = (await repair()).filter(Boolean);
  if (failed.length) throw new Error(`not kept: ${failed.join(', ')}`);
  await Promise.all([...LATER.keys()].map(fromBefore));
}

// Open pages are taken over at once: on a first visit the page loads its worker only when it is needed, which may be in a
// hall without signal.
async function activate() {
  const names = await caches.keys();
  const nameless = await only(names.filter((name) => name.startsWith(NAMELESS)), hasOurShell);
  const older = names.filter((name) => name.startsWith(VERSIONS) && name !== CACHE);
  await takeOverSlices(names);
  await Promise.all([...older, ...nameless].map((name) => caches.delete(name)));
  await self.clients.claim();
  if (nameless.length) await loadAnew();
}

// Whether a cache without a path in its name belongs to this copy of the app: then it has this app's page.
async function hasOurShell(name) {
  return Boolean(await (await caches.open(name)).match(SCOPE.href));
}

// A page of a version without paths in its names would go on saving picks under those names, where nobody would look for
// them. This is not awaited: a page is not loaded before this worker is active, and it is active only when its activation has
// ended.
async function loadAnew() {
  const pages = (await self.clients.matchAll({ type: 'window' })).filter((page) => isPlace(new URL(page.url).pathname));
  for (const page of pages) page.navigate(page.url).catch(() => undefined);
}

async function only(names, test) {
  const passed = await Promise.all(names.map(test));
  return names.filter((_, at) => passed[at]);
}

// Adds missing files; returns for each file its path if it could not be added, or else null.
async function repair() {
  const cache = await caches.open(CACHE);
  return Promise.all([...HASHES].map(([path, hash]) => keep(cache, path, hash).then(() => null, () => path)));
}

async function keep(cache, path, hash) {
  const url = new URL(path, SCOPE).href;
  const whole = [() => fetch(url), () => fetch(url, { cache: 'reload' })];
  const sources = [() => cache.match(url), () => fromOlderCache(url), () => patched(path, hash), ...whole];
  for (const [place, source] of sources.entries()) {
    const response = await source().then((found) => verified(found, hash)).catch(() => undefined);
    if (response) return place === 0 ? undefined : cache.put(url, await withoutRedirect(response));
  }
  throw new Error(path);
}

// Makes a file out of that of an older version and the difference between the two. Nothing if the build made no such difference.
async function patched(path, hash) {
  if (typeof DecompressionStream === 'undefined') return undefined;
  const isThis = ([address]) => new URL(address, SCOPE).pathname === path;
  for (const [, before, hashBefore, most] of UPDATES.filter(isThis)) {
    const older = await fromOlderCache(new URL(before, SCOPE).href);
    if (!older || !(await digest(older)).startsWith(hashBefore)) continue;
    const sent = await fetch(new URL(`updates/${hashBefore}-${hash.slice(0, 16)}.gz`, SCOPE).href);
    const packed = await bounded(sent, most);
    const difference = await bounded(await unpacked(new Response(packed)), most);
    const [, , bytes] = FILES.find(isThis);
    const file = applied(await bytesOf(difference), await bytesOf(older), bytes);
    return new Response(file, { headers: headersOf(sent, older) });
  }
}

async function bytesOf(body) {
  return new Uint8Array(await body.arrayBuffer());
}

// The host's policies may be others by now, and came with the difference; what is said of the file itself is as with the older one.
function headersOf(sent, older) {
  const headers = new Headers(sent.headers);
  ['content-encoding', 'content-length', 'etag', 'last-modified'].forEach((name) => headers.delete(name));
  ['cache-control', 'content-type'].forEach((name) => headers.set(name, older.headers.get(name) ?? ''));
  return headers;
}

// Each step of a difference, as src/bin/xtask/finish/difference.rs writes it, copies a part of the older file, corrects bytes in
// it, and continues with bytes that are new. Nothing is lost if it makes no sense: the outcome has another hash.
function applied(difference, older, bytes) {
  const file = new Uint8Array(bytes);
  let at = 0;
  const number = () => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = difference[at++];
      value |= (byte & 127) << shift;
      if (!(byte & 128)) return value;
    }
  };
  for (let to = 0; at < difference.length; ) {
    const from = number();
    const copied = older.subarray(from, from + number());
    file.set(copied, to);
    for (let place = to, left = number(); left > 0 && at < difference.length; left--) {
      place += number();
      file[place++] += difference[at++];
    }
    to += copied.length;
    const added = number();
    file.set(difference.subarray(at, at + added), to);
    to += added;
    at += added;
  }
  return file;
}

// Copies a file that is kept after its first use from what an older version kept. Nothing if it has changed or was never
// used.
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
  // A response that a portal or an incomplete upload put in its place would fail later and less clearly.
  if (!response) return Response.error();
  await cache.put(url, await withoutRedirect(response.clone()));
  return response;
}

async function verified(response, hash) {
  return response?.ok && (await digest(response)) === hash ? response : undefined;
}

// Also from a cache without a path in its name: the whole address is looked up, and the bytes are verified.
async function fromOlderCache(url) {
  const isOlder = (name) => (name.startsWith(VERSIONS) || name.startsWith(NAMELESS)) && name !== CACHE;
  for (const name of (await caches.keys()).filter(isOlder)) {
    const response = await (await caches.open(name)).match(url);
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

// Checks what is really there, byte for byte. Only then does the page say “ready for the venue”.
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

// Returns the answer to a request, or nothing if the browser should use the network as if there were no worker.
function route(request) {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== SCOPE.origin || !url.pathname.startsWith(SCOPE.pathname)) return undefined;
  if (LATER.has(url.pathname)) return onceUsed(url.pathname, request);
  const isVisit = request.mode === 'navigate' && !isFile(url.pathname);
  if (isVisit && !isPlace(url.pathname)) return elsewhere(request);
  const path = isVisit ? SHELL : url.pathname;
  if (path.startsWith(SLICES)) return slice(request);
  if (!HASHES.has(path)) return undefined;
  // The page bypasses its caches when it checks for a newer program. Without a network there is no answer: what is kept here
  // may be older than what the page has by now, and must not be taken for an update.
  const isLook = request.mode !== 'navigate' && path.endsWith('.json') && request.cache !== 'default';
  return isLook ? fetch(request).catch(() => new Response(null, { status: 204 })) : kept(path, request);
}

// Not a route of the app: at the root of a host this may be another site, or another copy of the app whose worker is not
// registered yet.
async function elsewhere(request) {
  return fetch(request).catch(() => kept(SHELL, request));
}

// The browser may have deleted an entry; then the network is used.
async function kept(path, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(new URL(path, SCOPE).href)) ?? fetch(request);
}

// Subsets of fonts ("slices") for scripts that the bundled fonts lack, each named after the beginning of its hash: they never
// change, so they have a separate cache that is kept across versions.
const SLICES = SHELL + 'fonts/slices/';
const SCRIPTS = NAME + 'slices';
const NAMELESS_SCRIPTS = 'siganpyo.slices';

// Copies the slices that an earlier version kept in a cache without a path in its name, but nothing that another copy of the
// app kept there.
async function takeOverSlices(names) {
  if (!names.includes(NAMELESS_SCRIPTS)) return;
  const [before, cache] = await Promise.all([caches.open(NAMELESS_SCRIPTS), caches.open(SCRIPTS)]);
  const ours = (await before.keys()).filter(({ url }) => new URL(url).pathname.startsWith(SLICES));
  for (const { url } of ours) {
    await cache.put(url, await before.match(url));
    await before.delete(url);
  }
  if (!(await before.keys()).length) await caches.delete(NAMELESS_SCRIPTS);
}

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

// Some hosts send compressed files so that the browser has decompressed them already.
async function unpacked(response) {
  const packed = await response.clone().arrayBuffer();
  const [first, second] = new Uint8Array(packed);
  if (first !== 0x1f || second !== 0x8b) return new Response(packed);
  return new Response(new Response(packed).body.pipeThrough(new DecompressionStream('gzip')));
}

// Keeps what the program in use needs beyond the app, if there is a network. Returns what is still missing.
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

// Another app shares a file or a text with the installed one, which arrives as a form. Any site can post the same form, so
// what arrives waits in a separate cache, only the latest of it, and nothing is read before the user has seen what it is and
// where it comes from.
const WAITING = NAME + 'waiting';
const WAITING_KEY = SHELL + 'shared';
// The most bytes of a file, like `MAX_BYTES` in src/import, and what a form adds to them.
const MOST = 16 << 20;
const FORM = 64 << 10;

function isHandedOver(request) {
  return request.method === 'POST' && new URL(request.url).pathname === SHELL + 'library';
}

async function receive(request) {
  try {
    const handed = await about(request);
    if (handed) await (await caches.open(WAITING)).put(WAITING_KEY, handed);
  } catch {
    // The page will find nothing and report that.
  }
  return Response.redirect(SHELL + 'library?shared', 303);
}

// Returns what was handed over, with a description in a header; nothing if it is empty.
async function about(request) {
  const described = (content, said) => {
    const headers = { 'x-about': encodeURIComponent(JSON.stringify({ ...said, from: sender(request) })) };
    return new Response(content, { headers });
  };
  const body = await bounded(request, MOST + FORM);
  if (!body) return described('', { bytes: MOST + 1 });
  const form = await new Response(body, { headers: { 'content-type': request.headers.get('content-type') } }).formData();
  const files = form.getAll('file').filter((value) => value instanceof File && value.size);
  if (files.length) {
    const parts = files.map(({ name, size }) => [plain(name, 120), size]);
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    const name = plain(parts.map(([name]) => name).join(', '), 240);
    return described(bytes > MOST ? '' : new Blob(files), { name, parts, bytes });
  }
  const words = ['url', 'text', 'title'].map((name) => String(form.get(name) ?? '').trim());
  const text = words.find(isAddress) ?? words.find(Boolean);
  if (!text) return undefined;
  return described(text, { address: isAddress(text) ? plain(text, 2000) : '', bytes: new Blob([text]).size });
}

// Returns the body, unless it is larger than the limit. It is read only up to there.
async function bounded(message, most) {
  if (Number(message.headers.get('content-length')) > most) return undefined;
  if (!message.body) {
    // Browsers without request streams store a large one on the disk, and report its size.
    const whole = await message.blob();
    return whole.size > most ? undefined : whole;
  }
  const reader = message.body.getReader();
  const pieces = [];
  for (let bytes = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return new Blob(pieces);
    bytes += value.length;
    if (bytes > most) {
      await reader.cancel();
      return undefined;
    }
    pieces.push(value);
  }
}

// Returns where it came from: the site that posted it, “device” if the browser reports that no site did, or else nothing.
// Browsers add the headers for this after a service worker has seen the request (whatwg/fetch#1322), and a site can hide its
// name, which looks the same as what another app shares.
function sender(request) {
  const site = [request.headers.get('origin'), request.referrer].map(originOf).find(Boolean);
  return site ?? (request.headers.get('sec-fetch-site') === 'none' ? 'device' : '');
}

function originOf(address) {
  try {
    const { origin } = new URL(address);
    return origin === 'null' ? undefined : origin;
  } catch {
    return undefined;
  }
}

function isAddress(text) {
  return /^https?:\/\/\S+$/.test(text);
}

// Removes characters that hide or reverse the rest of the text.
function plain(text, length) {
  return text.replace(/\p{C}/gu, '').slice(0, length);
}

// What waits has no address, which some other site could embed or open: pages of the app ask for it by message.
function isOurPage(source) {
  return source?.type === 'window' && isPlace(new URL(source.url).pathname);
}

async function waiting() {
  const found = await (await caches.open(WAITING)).match(WAITING_KEY);
  return found && JSON.parse(decodeURIComponent(found.headers.get('x-about')));
}

// Returns the bytes of what waits, and removes it.
async function handOut() {
  const found = await (await caches.open(WAITING)).match(WAITING_KEY);
  const bytes = await found?.arrayBuffer();
  await discard();
  return bytes;
}

async function discard() {
  await (await caches.open(WAITING)).delete(WAITING_KEY);
}

// The routes of the app, see src/bin/app/route.rs.
function isPlace(path) {
  return path.startsWith(SHELL) && /^(index\.html|(plan|wallpaper|library|settings)\/?|session\/.+)?$/.test(path.slice(SHELL.length));
}

// A picture or a program file that is opened in a tab is shown itself and not the app. The ids of sessions may contain dots.
function isFile(path) {
  const relative = path.slice(SHELL.length);
  return /\.(css|gz|ics|js|json|otf|png|svg|txt|wasm|webmanifest|xml)$/.test(relative) && !relative.startsWith('session/');
}
