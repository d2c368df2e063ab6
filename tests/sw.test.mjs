// The service worker with fakes for the browser around it: node --test tests/sw.test.mjs

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

const read = (name) => readFileSync(new URL(`../public/${name}`, import.meta.url), 'utf8');
const SOURCE = read('sw.js');
const KILL = read('sw-kill.js');
const ORIGIN = 'https://example.org';
const SCOPE = `${ORIGIN}/deep/er/`;
const SITE = { './': '<app>', 'app.js': 'code', 'app_bg.wasm': 'wasm', 'programs/a.json': '{}' };
const LOGIN = '<p>Accept the terms of this Wi-Fi</p>';

/** A browser with Cache Storage and a network that answers from `site`; `requests` lists what was asked of it. */
function browser(site) {
  const stores = new Map();
  const network = { site, online: true, portal: false, hung: false, requests: [] };
  const open = async (name) => {
    if (!stores.has(name)) stores.set(name, new Map());
    const store = stores.get(name);
    return {
      match: async (url) => (store.has(url) ? new Response(store.get(url)) : undefined),
      put: async (url, response) => void store.set(url, await response.arrayBuffer()),
    };
  };
  const caches = { open, keys: async () => [...stores.keys()], delete: async (name) => stores.delete(name) };
  const fetch = async (request, options) => {
    const address = (request.url ?? request).slice(SCOPE.length) || './';
    network.requests.push(options?.cache ? `${address} ${options.cache}` : address);
    if (network.hung) return new Promise(() => {});
    if (!network.online) throw new TypeError('Failed to fetch');
    if (network.portal) return new Response(LOGIN, { headers: { 'content-type': 'text/html' } });
    return address in network.site ? new Response(network.site[address]) : new Response('no', { status: 404 });
  };
  return { stores, network, caches, fetch };
}

/** The service worker of a build of `files`, running in the browser. */
function worker({ caches, fetch }, files, version = 'v1', onceUsed = {}, script = SOURCE) {
  const list = (files) => JSON.stringify(Object.entries(files).map(([address, text]) => [address, createHash('sha256').update(text).digest('hex'), text.length]));
  const source = script.replace(/const VERSION = .*/, `const VERSION = '${version}';`)
    .replace(/const FILES = .*/, `const FILES = ${list(files)};`)
    .replace(/const ONCE_USED = .*/, `const ONCE_USED = ${list(onceUsed)};`);
  const handlers = {};
  const did = [];
  const self = {
    registration: { scope: SCOPE },
    addEventListener: (type, handler) => (handlers[type] = handler),
    skipWaiting: async () => void did.push('skipWaiting'),
    clients: {
      claim: async () => void did.push('claim'),
      matchAll: async () => [{ url: SCOPE, navigate: async (url) => void did.push(`navigate ${url}`) }],
    },
  };
  new Function('self', 'caches', 'fetch', source)(self, caches, fetch);
  const lasting = async (type, event = {}) => {
    let done;
    handlers[type]({ ...event, waitUntil: (promise) => (done = promise) });
    await done;
  };
  return {
    did,
    hears: (type) => type in handlers,
    install: () => lasting('install'),
    activate: () => lasting('activate'),
    ask: async (type, data = {}) => {
      let answer;
      await lasting('message', { data: { type, ...data }, ports: [{ postMessage: (value) => (answer = value) }] });
      return answer;
    },
    /** The text of the answer, or undefined where the browser is left to its own devices. */
    get: async (address, request = {}) => {
      let answer;
      const url = new URL(address, SCOPE).href;
      handlers.fetch({ request: { method: 'GET', mode: 'cors', cache: 'default', url, ...request }, respondWith: (promise) => (answer = promise) });
      return (await answer)?.text();
    },
  };
}

async function installed(site = SITE, version = 'v1') {
  const around = browser(site);
  const sw = worker(around, site, version);
  await sw.install();
  await sw.activate();
  return { ...around, sw };
}

const navigate = { mode: 'navigate' };

test('after installation everything is answered without a network', async () => {
  const { sw, network } = await installed();
  network.online = false;
  for (const [address, text] of Object.entries(SITE)) assert.equal(await sw.get(address), text);
  assert.deepEqual(sw.did, ['claim'], 'pages are taken over, and it did not skip waiting');
});

test('navigations get the page whatever the path, except to files', async () => {
  const { sw, network } = await installed();
  network.online = false;
  for (const path of ['', 'plan', 'session/intro.js', 'session/파이썬/', 'index.html', '?utm=1', 'no/such/page']) {
    assert.equal(await sw.get(path, navigate), '<app>', path);
  }
  assert.equal(await sw.get('programs/a.json', navigate), '{}');
  assert.equal(await sw.get('screenshots/wide-1.png', navigate), undefined);
});

test('a query does not hide a kept file', async () => {
  const { sw, network } = await installed();
  network.online = false;
  assert.equal(await sw.get('app.js?v=2'), 'code');
});

test('what is not ours is left to the network', async () => {
  const { sw } = await installed();
  assert.equal(await sw.get('https://elsewhere.org/deep/er/app.js'), undefined);
  assert.equal(await sw.get(`${ORIGIN}/app.js`), undefined);
  assert.equal(await sw.get(`${ORIGIN}/another-app/`, navigate), undefined);
  assert.equal(await sw.get('app.js', { method: 'POST' }), undefined);
  assert.equal(await sw.get('programs/other.json'), undefined);
});

test('a login page never gets into the cache, and installation fails as a whole', async () => {
  const around = browser(SITE);
  const sw = worker(around, SITE);
  around.network.portal = true;
  await assert.rejects(sw.install(), /not kept/);
  assert.deepEqual([...around.stores.get('siganpyo-v1').keys()], []);
  assert.equal((await sw.ask('check')).ready, false);
  assert.deepEqual(around.network.requests.filter((request) => request.startsWith('app.js')), ['app.js', 'app.js reload'], 'one retry past the HTTP cache');
});

test('one missing file fails the installation, and the next attempt continues from there', async () => {
  const { 'app_bg.wasm': wasm, ...rest } = SITE;
  const around = browser(rest);
  const sw = worker(around, SITE);
  await assert.rejects(sw.install(), /app_bg\.wasm/);
  around.network.site = SITE;
  around.network.requests.length = 0;
  await sw.install();
  assert.deepEqual(around.network.requests, ['app_bg.wasm']);
});

test('a stale answer is asked for once more past the HTTP cache', async () => {
  const around = browser(SITE);
  const { fetch } = around;
  around.fetch = (url, options) => (options ? fetch(url, options) : Promise.resolve(new Response('stale')));
  const sw = worker(around, SITE);
  await sw.install();
  assert.equal((await sw.ask('check')).ready, true);
});

test('an update downloads only what changed', async () => {
  const around = await installed();
  around.network.site = { ...SITE, 'app.js': 'new code' };
  around.network.requests.length = 0;
  const next = worker(around, around.network.site, 'v2');
  await next.install();
  assert.deepEqual(around.network.requests, ['app.js']);
  assert.equal(await around.sw.get('app.js'), 'code', 'the old version goes on answering from its own files');
  assert.equal(await next.get('app.js'), 'new code');
});

test('activation deletes our own older caches and no others', async () => {
  const around = await installed();
  await around.caches.open('somebody-elses');
  const next = worker(around, SITE, 'v2');
  await next.install();
  assert.deepEqual([...around.stores.keys()], ['siganpyo-v1', 'somebody-elses', 'siganpyo-v2']);
  await next.activate();
  assert.deepEqual([...around.stores.keys()], ['somebody-elses', 'siganpyo-v2']);
});

test('a new version takes over when it is told to', async () => {
  const around = await installed();
  const next = worker(around, SITE, 'v2');
  await next.install();
  assert.deepEqual(next.did, []);
  await next.ask('activate');
  assert.deepEqual(next.did, ['skipWaiting']);
});

test('check sees what is missing or damaged, repair mends it', async () => {
  const { sw, stores, network } = await installed();
  const bytes = Object.values(SITE).join('').length;
  assert.deepEqual(await sw.ask('check'), { ready: true, version: 'v1', files: 4, bytes, missing: [] });
  stores.get('siganpyo-v1').delete(SCOPE);
  stores.get('siganpyo-v1').set(`${SCOPE}app.js`, LOGIN);
  assert.deepEqual((await sw.ask('check')).missing, ['./', 'app.js']);
  network.online = false;
  assert.equal((await sw.ask('repair')).ready, false);
  network.online = true;
  network.requests.length = 0;
  assert.equal((await sw.ask('repair')).ready, true);
  assert.deepEqual(network.requests, ['./', 'app.js']);
});

test('an entry that the browser dropped is fetched', async () => {
  const { sw, stores } = await installed();
  stores.get('siganpyo-v1').clear();
  assert.equal(await sw.get('app.js'), 'code');
});

test('the page may look for a newer program past the cache, and offline no older one passes for news', async () => {
  const { sw, network } = await installed();
  network.site = { ...SITE, 'programs/a.json': '{"newer":1}' };
  assert.equal(await sw.get('programs/a.json'), '{}');
  assert.equal(await sw.get('programs/a.json', { cache: 'no-cache' }), '{"newer":1}');
  network.online = false;
  assert.equal(await sw.get('programs/a.json', { cache: 'no-cache' }), '');
  assert.equal(await sw.get('programs/a.json'), '{}');
});

test('a redirected answer is kept as a plain one', async () => {
  const around = browser(SITE);
  const { fetch } = around;
  around.fetch = async (...arguments_) => Object.defineProperty(await fetch(...arguments_), 'redirected', { value: true });
  const kept = [];
  const { open } = around.caches;
  around.caches.open = async (name) => ({ ...(await open(name)), put: async (url, response) => void kept.push(response.redirected) });
  await worker(around, SITE).install();
  assert.deepEqual(kept, [false, false, false, false]);
});

/** A slice of a font as the build names it, and its file. */
function slice(name, glyphs) {
  const hash = createHash('sha256').update(glyphs).digest('hex').slice(0, 12);
  return [`fonts/slices/${name}-${hash}.gz`, gzipSync(glyphs)];
}

test('a slice of a font that a program needed stays, also through an update', async () => {
  const around = await installed({ ...SITE });
  const [address, file] = slice('ja-1', 'glyphs');
  around.network.site[address] = file;
  const text = await around.sw.get(address);
  const update = worker(around, { ...SITE, 'app.js': 'new' }, 'v2');
  around.network.site['app.js'] = 'new';
  await update.install();
  await update.activate();
  around.network.online = false;
  assert.equal(await update.get(address), text, 'offline');
});

test('what is no slice never becomes one, whatever it says it is', async () => {
  const { network, sw } = await installed({ ...SITE });
  const [address, file] = slice('ja-1', 'glyphs');
  network.portal = true;
  assert.equal(await sw.get(address), '', 'a login page');
  network.portal = false;
  network.site[address] = file.subarray(0, 10);
  await sw.get(address).catch(() => undefined);
  network.site[address] = 'glyphs';
  assert.equal(await sw.get(address), 'glyphs', 'unpacked on its way');
  network.online = false;
  assert.equal(await sw.get(address), 'glyphs');
});

test('what a program needs is kept before it is used, and what is missing is named', async () => {
  const around = browser({ ...SITE });
  const list = 'fonts/slices/list.txt';
  const sw = worker(around, SITE, 'v1', { [list]: 'ja-1 4e00' });
  await sw.install();
  const [[one, file], [other]] = [slice('ja-1', 'glyphs'), slice('ja-2', 'more')];
  Object.assign(around.network.site, { [list]: 'ja-1 4e00', [one]: file });
  const kept = await sw.ask('keep', { paths: [list, one, other] });
  assert.deepEqual(kept.missing, [other]);
  assert.ok(kept.bytes > 9);
  around.network.online = false;
  assert.deepEqual((await sw.ask('keep', { paths: [list, one] })).missing, []);
  assert.equal(await sw.get(list), 'ja-1 4e00');
});

test('the same files under another version are not downloaded again', async () => {
  const around = await installed();
  around.network.requests.length = 0;
  const next = worker(around, SITE, 'v2');
  await next.install();
  await next.activate();
  assert.deepEqual(around.network.requests, []);
  around.network.online = false;
  for (const [address, text] of Object.entries(SITE)) assert.equal(await next.get(address), text);
});

test('a release of which only half is on the host changes nothing until the rest is there', async () => {
  const around = await installed();
  const release = { './': '<new app>', 'app-2.js': 'new code', 'app_bg.wasm': 'wasm', 'programs/a.json': '{}' };
  const { 'app-2.js': late, ...half } = release;
  around.network.site = half;
  const next = worker(around, release, 'v2');
  await assert.rejects(next.install(), /app-2\.js/);
  assert.deepEqual(next.did, [], 'it does not take over');
  assert.equal(await around.sw.get('', navigate), '<app>', 'the old page goes with its old code');
  assert.equal(await around.sw.get('app.js'), 'code', 'which is not on the host any more');
  assert.equal((await around.sw.ask('check')).ready, true);
  around.network.site = release;
  around.network.requests.length = 0;
  await next.install();
  await next.activate();
  assert.deepEqual(around.network.requests, ['app-2.js']);
  assert.equal(await next.get('', navigate), '<new app>');
});

test('an update without a network leaves the old version as it was', async () => {
  const around = await installed();
  around.network.online = false;
  const next = worker(around, { ...SITE, 'app.js': 'new code' }, 'v2');
  await assert.rejects(next.install(), /app\.js/);
  assert.equal((await around.sw.ask('check')).ready, true);
  assert.equal(await around.sw.get('app.js'), 'code');
});

test('a host that never answers does not keep the app waiting', async () => {
  const { sw, network } = await installed();
  network.hung = true;
  for (const [address, text] of Object.entries(SITE)) assert.equal(await sw.get(address), text);
  assert.equal((await sw.ask('check')).ready, true);
});

test('two tabs on two versions: each gets its own files until the person takes the new one', async () => {
  const around = await installed();
  const release = { ...SITE, 'app.js': 'new code' };
  around.network.site = release;
  const next = worker(around, release, 'v2');
  await next.install();
  around.network.online = false;
  assert.equal(await around.sw.get('app.js'), 'code');
  assert.equal((await around.sw.ask('check')).ready, true, 'the older one is complete as well');
  assert.equal((await next.ask('check')).ready, true);
});

test('the way back deletes our caches, no others, and lets the host answer', async () => {
  const around = await installed();
  await around.caches.open('somebody-elses');
  const kill = worker(around, {}, 'none', {}, KILL);
  await kill.install();
  assert.deepEqual(kill.did, ['skipWaiting'], 'it waits for nobody');
  await kill.activate();
  assert.deepEqual([...around.stores.keys()], ['somebody-elses']);
  assert.deepEqual(kill.did, ['skipWaiting', 'claim', `navigate ${SCOPE}`]);
  assert.equal(kill.hears('fetch'), false);
  assert.equal((await kill.ask('check')).ready, false, 'the app is not left waiting');
  assert.doesNotMatch(KILL.replace(/\/\/.*/g, ''), /indexedDB|localStorage|unregister|Clear-Site-Data/);
});

const READER = { 'reader.js': 'reads files' };

test('what reads files is fetched with its first use and stays, also through an update', async () => {
  const around = browser({ ...SITE, ...READER });
  const sw = worker(around, SITE, 'v1', READER);
  await sw.install();
  await sw.activate();
  assert.ok(!around.network.requests.includes('reader.js'), 'nobody waits for it');
  assert.equal(await sw.get('reader.js'), 'reads files');
  const update = worker(around, SITE, 'v2', READER);
  around.network.requests.length = 0;
  await update.install();
  await update.activate();
  around.network.online = false;
  assert.equal(await update.get('reader.js'), 'reads files');
  assert.ok(!around.network.requests.includes('reader.js'));
});

test('another file in its place is never kept', async () => {
  const around = browser({ ...SITE, ...READER });
  const sw = worker(around, SITE, 'v1', READER);
  await sw.install();
  around.network.portal = true;
  await sw.get('reader.js');
  around.network.portal = false;
  assert.equal(await sw.get('reader.js'), 'reads files');
});
