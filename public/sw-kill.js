// The way back: published under the name sw.js, it takes the app off the devices that keep it. Every visit then goes to the host.
//
// It touches caches and nothing else: picks, own entries and programs stay. It stays registered, since a page that finds no
// worker would register this one again, and be reloaded again, for ever.

const OURS = /^siganpyo[-.]/;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener('activate', (event) => event.waitUntil(clear()));

// The app asks whether everything is on the device. It is not.
self.addEventListener('message', (event) => event.ports[0]?.postMessage({ ready: false, files: 0, bytes: 0, missing: [] }));

async function clear() {
  const ours = (await caches.keys()).filter((name) => OURS.test(name));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await self.clients.claim();
  const pages = await self.clients.matchAll({ type: 'window' });
  // Not waited for: a page is not loaded before this worker is active, and that it is only when this function has ended.
  for (const page of pages) page.navigate(page.url).catch(() => undefined);
}
