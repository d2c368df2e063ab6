// The kill switch: published under the name sw.js, it removes the app from the devices that keep it. Every visit then uses
// the host.
//
// It deletes only caches: picks, own entries and programs are kept. It stays registered, since a page that finds no worker
// would register this one again, and be reloaded again, endlessly.

// Another copy of the app may be on this origin: only names with this app's path belong to this app, see public/sw.js.
const SCOPE = new URL(self.registration.scope);
const NAME = `siganpyo${SCOPE.pathname}#`;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener('activate', (event) => event.waitUntil(clear()));

// The app asks whether everything is on the device. It is not, as soon as what the previous worker may have written meanwhile
// is deleted, too.
self.addEventListener('message', (event) => event.waitUntil(answer(event.ports[0])));

async function answer(port) {
  await forget();
  port?.postMessage({ ready: false, files: 0, bytes: 0, missing: [] });
}

async function clear() {
  await forget();
  await self.clients.claim();
  const pages = await self.clients.matchAll({ type: 'window' });
  // Not awaited: a page is not loaded before this worker is active, and it is active only when this function has ended.
  for (const page of pages) page.navigate(page.url).catch(() => undefined);
}

async function forget() {
  for (const name of await caches.keys()) {
    if (name.startsWith(NAME) || (name.startsWith('siganpyo-') && (await hasOurPage(name)))) await caches.delete(name);
  }
}

// Earlier versions named their caches without a path.
async function hasOurPage(name) {
  return Boolean(await (await caches.open(name)).match(SCOPE.href));
}
