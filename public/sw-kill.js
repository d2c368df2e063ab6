// The way back: published under the name sw.js, it takes the app off the devices that keep it. Every visit then goes to the host.
//
// It touches caches and nothing else: picks, own entries and programs stay. It stays registered, since a page that finds no
// worker would register this one again, and be reloaded again, for ever.

// Another copy of the app may live on this origin: only names with our path in them are ours, see public/sw.js.
const SCOPE = new URL(self.registration.scope);
const NAME = `siganpyo${SCOPE.pathname}#`;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener('activate', (event) => event.waitUntil(clear()));

// The app asks whether everything is on the device. It is not, once what the worker before has still written meanwhile is gone, too.
self.addEventListener('message', (event) => event.waitUntil(answer(event.ports[0])));

async function answer(port) {
  await forget();
  port?.postMessage({ ready: false, files: 0, bytes: 0, missing: [] });
}

async function clear() {
  await forget();
  await self.clients.claim();
  const pages = await self.clients.matchAll({ type: 'window' });
  // Not waited for: a page is not loaded before this worker is active, and that it is only when this function has ended.
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
