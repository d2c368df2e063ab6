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
const NAME = 'siganpyo/deep/er/#';
const CACHE = `${NAME}app-v1`;
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
      match: async (url) => (store.has(url) ? new Response(store.get(url).bytes, { headers: store.get(url).headers }) : undefined),
      put: async (url, response) => void store.set(url, { bytes: await response.arrayBuffer(), headers: [...response.headers] }),
      delete: async (url) => store.delete(url),
      keys: async () => [...store.keys()].map((url) => ({ url })),
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

const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** The service worker of a build of `files`, running in the browser. */
function worker({ caches, fetch, pages = [SCOPE] }, files, version = 'v1', onceUsed = {}, script = SOURCE, scope = SCOPE, updates = []) {
  const list = (files) => JSON.stringify(Object.entries(files).map(([address, text]) => [address, hash(text), text.length]));
  const source = script.replace(/const VERSION = .*/, `const VERSION = '${version}';`)
    .replace(/const FILES = .*/, `const FILES = ${list(files)};`)
    .replace(/const ONCE_USED = .*/, `const ONCE_USED = ${list(onceUsed)};`)
    .replace(/const UPDATES = .*/, `const UPDATES = ${JSON.stringify(updates)};`);
  const handlers = {};
  const did = [];
  const self = {
    registration: { scope },
    addEventListener: (type, handler) => (handlers[type] = handler),
    skipWaiting: async () => void did.push('skipWaiting'),
    clients: {
      claim: async () => void did.push('claim'),
      matchAll: async () => pages.map((url) => ({ url, navigate: async (url) => void did.push(`navigate ${url}`) })),
    },
  };
  // Node has no base that a relative address could stand for.
  const Answer = class extends Response {
    static redirect = (path, status) => new Response(null, { status, headers: { location: path } });
  };
  new Function('self', 'caches', 'fetch', 'Response', source)(self, caches, fetch, Answer);
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
      const { source = { type: 'window', url: `${scope}library` }, ...rest } = data;
      await lasting('message', { source, data: { type, ...rest }, ports: [{ postMessage: (value) => (answer = value) }] });
      return answer;
    },
    /** The text of the answer, or undefined where the browser is left to its own devices. */
    get: async (address, request = {}) => {
      let answer;
      const url = new URL(address, scope).href;
      handlers.fetch({ request: { method: 'GET', mode: 'cors', cache: 'default', url, ...request }, respondWith: (promise) => (answer = promise) });
      return (await answer)?.text();
    },
    /** Where the browser is sent to after it has posted this to the library. */
    post: async (body, request = {}) => {
      let answer;
      const form = new Request(`${scope}library`, { method: 'POST', body, duplex: 'half', headers: request.headers });
      const seen = { method: 'POST', url: form.url, mode: 'navigate', referrer: '', headers: form.headers, body: form.body, blob: () => form.blob(), ...request.seen };
      handlers.fetch({ request: seen, respondWith: (promise) => (answer = promise) });
      return answer && new URL((await answer).headers.get('location'), scope).href;
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
  for (const path of ['', 'plan', 'plan/', 'session/intro.js', 'session/파이썬/', 'index.html', '?utm=1', 'no/such/page']) {
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
  assert.deepEqual([...around.stores.get(CACHE).keys()], []);
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
  assert.deepEqual([...around.stores.keys()], [CACHE, 'somebody-elses', `${NAME}app-v2`]);
  await next.activate();
  assert.deepEqual([...around.stores.keys()], ['somebody-elses', `${NAME}app-v2`]);
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
  stores.get(CACHE).delete(SCOPE);
  stores.get(CACHE).set(`${SCOPE}app.js`, { bytes: new TextEncoder().encode(LOGIN), headers: [] });
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
  stores.get(CACHE).clear();
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
  return [`fonts/slices/${name}-${hash(glyphs).slice(0, 12)}.gz`, gzipSync(glyphs)];
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

// The example of src/bin/xtask/finish/difference.rs.
const [DOORS, DESK] = ['Doors open at nine in the lobby, and the first queue is a short one. Bring your ticket, or ask for a', 'one at the desk beside them.'];
const BEFORE = `${DOORS} new ${DESK} The first talk begins at ten in the great hall, and coffee is served from half past eight on.`;
const AFTER = `The first talk begins at six in the great hall, and coffee is served from half past five on. ${DOORS} red ${DESK} Thank you.`;
const STEPS = Buffer.from('000000008601540319ff0004000a0966697665206f6e2e2000880102650401ed08616e6b20796f752e', 'hex');
const DIFFERENCE = `updates/${hash(BEFORE).slice(0, 16)}-${hash(AFTER).slice(0, 16)}.gz`;
const RELEASE = { './': '<app>', 'app-2.js': AFTER };

/** An update of a file by a difference, in a browser that has the version before. */
async function updated({ sent = gzipSync(STEPS), before = BEFORE, row = {}, prepare = () => undefined }) {
  const around = await installed({ './': '<app>', 'app-1.js': before });
  around.network.site = { ...RELEASE, ...(sent && { [DIFFERENCE]: sent }) };
  around.network.requests.length = 0;
  await prepare(around);
  const listed = { address: 'app-2.js', before: 'app-1.js', hash: hash(BEFORE).slice(0, 16), most: 70, ...row };
  const next = worker(around, RELEASE, 'v2', {}, SOURCE, SCOPE, [Object.values(listed)]);
  await next.install();
  assert.equal(await next.get('app-2.js'), AFTER);
  assert.equal((await next.ask('check')).ready, true);
  return around;
}

test('of a changed file only the difference is fetched', async () => {
  const { network, stores } = await updated({});
  assert.deepEqual(network.requests, [DIFFERENCE]);
  assert.ok(!stores.get(`${NAME}app-v2`).has(SCOPE + DIFFERENCE), 'which is not kept');
  assert.deepEqual((await updated({ sent: STEPS })).network.requests, [DIFFERENCE], 'unpacked on its way');
});

test('what a difference makes is of the kind of the older file, and comes with the policy of today', async () => {
  const { stores } = await updated({
    prepare: (around) => {
      around.stores.get(CACHE).get(`${SCOPE}app-1.js`).headers = [['cache-control', 'no-cache'], ['content-type', 'text/javascript'], ['x-policy', 'old']];
      const { fetch } = around;
      const headers = { 'cache-control': 'immutable', 'content-type': 'application/gzip', 'content-length': '60', etag: '"1"', 'x-policy': 'new' };
      around.fetch = async (...of) => new Response((await fetch(...of)).body, { headers });
    },
  });
  const { headers } = stores.get(`${NAME}app-v2`).get(`${SCOPE}app-2.js`);
  assert.deepEqual(Object.fromEntries(headers), { 'cache-control': 'no-cache', 'content-type': 'text/javascript', 'x-policy': 'new' });
});

test('where a difference does not lead to the new file, the whole one is fetched', async () => {
  const endless = Buffer.from([0, 0, 0xff, 0xff, 0xff, 0xff, 7]);
  for (const [name, sent] of Object.entries({
    'not on the host': null,
    'cut off': gzipSync(STEPS).subarray(0, 30),
    'cut off inside': gzipSync(STEPS.subarray(0, 20)),
    'another text': gzipSync(Buffer.from(STEPS).fill(33, STEPS.length - 5)),
    'steps into nowhere': gzipSync(Buffer.alloc(40, 0xff)),
    'corrections without end': gzipSync(endless),
    'nothing': '',
    'a page': LOGIN,
  })) {
    assert.deepEqual((await updated({ sent })).network.requests, [DIFFERENCE, 'app-2.js'], name);
  }
  const larger = await updated({ sent: gzipSync(Buffer.concat([STEPS, Buffer.alloc(4 * 1000)])), row: { most: 100 } });
  assert.deepEqual(larger.network.requests, [DIFFERENCE, 'app-2.js'], 'larger than listed, once unpacked');
  assert.deepEqual((await updated({ row: { most: 20 } })).network.requests, [DIFFERENCE, 'app-2.js'], 'larger than listed');
});

test('without the older file nobody asks for a difference', async () => {
  const older = ({ stores }) => stores.get(CACHE);
  const missing = await updated({ prepare: (around) => older(around).delete(`${SCOPE}app-1.js`) });
  assert.deepEqual(missing.network.requests, ['app-2.js']);
  assert.deepEqual((await updated({ before: 'older still' })).network.requests, ['app-2.js']);
  assert.deepEqual((await updated({ row: { before: 'app-0.js' } })).network.requests, ['app-2.js']);
});

test('a browser that cannot unpack fetches whole files', async () => {
  const { DecompressionStream } = globalThis;
  delete globalThis.DecompressionStream;
  try {
    assert.deepEqual((await updated({})).network.requests, ['app-2.js']);
  } finally {
    globalThis.DecompressionStream = DecompressionStream;
  }
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
  await around.caches.open(CACHE);
  assert.equal((await kill.ask('check')).ready, false, 'the app is not left waiting');
  assert.deepEqual([...around.stores.keys()], ['somebody-elses'], 'nor what the worker before wrote meanwhile');
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

test('the pages of the app are those that the service worker knows', async () => {
  const pages = readFileSync(new URL('../src/markup/pages.rs', import.meta.url), 'utf8');
  const paths = [...pages.matchAll(/^pub const [A-Z]+: &str = "([a-z]+)";/gm)].map(([, path]) => path);
  assert.ok(paths.length >= 4, 'as pages.rs writes them');
  const { sw, network } = await installed();
  network.hung = true;
  for (const path of ['', ...paths, 'session/x']) assert.equal(await sw.get(path, navigate), '<app>', path);
});

// Two copies of the app on one origin.

const ROOT = `${ORIGIN}/`;
const OTHER = `${ORIGIN}/2027/`;

/** A copy of the app under another path of the same origin, installed in the same browser. */
async function copy(around, scope, version = 'v1') {
  const fetch = async (request) => new Response(SITE[(request.url ?? request).slice(scope.length) || './'] ?? 'no');
  const sw = worker({ ...around, fetch, pages: [scope] }, SITE, version, {}, SOURCE, scope);
  await sw.install();
  await sw.activate();
  return sw;
}

test('an update of one copy leaves what the others keep', async () => {
  for (const scope of [ROOT, OTHER, `${SCOPE}er/`]) {
    const around = await installed();
    const [address, file] = slice('ja-1', 'glyphs');
    around.network.site[address] = file;
    await around.sw.get(address);
    await copy(around, scope);
    await copy(around, scope, 'v2');
    around.network.online = false;
    assert.equal((await around.sw.ask('check')).ready, true, scope);
    assert.notEqual(await around.sw.get(address), '', scope);
    delete around.network.site[address];
  }
});

test('the way back of one copy leaves the others ready', async () => {
  for (const [killed, left] of [[ROOT, SCOPE], [OTHER, SCOPE], [SCOPE, ROOT]]) {
    const around = browser(SITE);
    const [, survivor] = [await copy(around, killed), await copy(around, left)];
    const kill = worker(around, {}, 'none', {}, KILL, killed);
    await kill.install();
    await kill.activate();
    assert.deepEqual([...around.stores.keys()].filter((name) => name.startsWith(`siganpyo${new URL(killed).pathname}#`)), []);
    assert.equal((await survivor.ask('check')).ready, true, `${killed} is gone, ${left} stays`);
  }
});

test('the app at the root does not answer for another one below it, and for a typing mistake where there is no network', async () => {
  const around = browser({});
  const root = await copy(around, ROOT);
  const asked = [];
  const online = worker({ ...around, fetch: async (request) => (asked.push(request.url), new Response('another app')) }, SITE, 'v1', {}, SOURCE, ROOT);
  assert.equal(await online.get('deep/er/', navigate), 'another app');
  assert.equal(await online.get('deep/er/plan', navigate), 'another app');
  assert.deepEqual(asked, [SCOPE, `${SCOPE}plan`]);
  assert.equal(await online.get('deep/er/app.js'), undefined);
  const offline = worker({ ...around, fetch: async () => { throw new TypeError('Failed to fetch'); } }, SITE, 'v1', {}, SOURCE, ROOT);
  assert.equal(await offline.get('plann', navigate), '<app>');
  assert.ok(root);
});

/** Caches as the versions left them whose names had no path, of this copy and of another one. */
async function nameless(around, others = OTHER) {
  for (const [version, scope] of [['0123456789abcdef', SCOPE], ['fedcba9876543210', others]]) {
    const cache = await around.caches.open(`siganpyo-${version}`);
    for (const [address, text] of Object.entries(SITE)) await cache.put(new URL(address, scope).href, new Response(text));
    const [address, file] = slice('ja-1', 'glyphs');
    await (await around.caches.open('siganpyo.slices')).put(new URL(address, scope).href, new Response(file));
  }
}

test('what a version without paths in its names kept is taken over, and of another copy nothing is touched', async () => {
  for (const others of [OTHER, ROOT]) {
    const around = browser({ ...SITE, 'app.js': 'new code' });
    await nameless(around, others);
    const sw = worker(around, around.network.site, 'v2');
    await sw.install();
    assert.deepEqual(around.network.requests, ['app.js'], 'only what changed is downloaded');
    await sw.activate();
    assert.deepEqual([...around.stores.keys()].sort(), ['siganpyo-fedcba9876543210', 'siganpyo.slices', `${NAME}app-v2`, `${NAME}slices`].sort());
    const [address] = slice('ja-1', 'glyphs');
    assert.deepEqual([...around.stores.get('siganpyo.slices').keys()], [new URL(address, others).href]);
    around.network.online = false;
    assert.ok(await sw.get(address), 'a slice is there offline');
    assert.deepEqual(sw.did, ['claim', `navigate ${SCOPE}`], 'pages that save under the old names are loaded anew');
  }
});

test('the way back takes what a version without paths in its names kept, of this copy only', async () => {
  const around = browser(SITE);
  await nameless(around);
  const kill = worker(around, {}, 'none', {}, KILL);
  await kill.install();
  await kill.activate();
  assert.deepEqual([...around.stores.keys()], ['siganpyo.slices', 'siganpyo-fedcba9876543210']);
});

test('pages are loaded anew only with the version that changes the names', async () => {
  const around = await installed();
  const next = worker(around, SITE, 'v2');
  await next.install();
  await next.activate();
  assert.deepEqual(next.did, ['claim']);
});

// What is handed over: by another app, or by a form of any site.

const MB = 1 << 20;

function form(fields) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const file = (bytes, name = 'schedule.xml') => new File([bytes], name, { type: 'text/xml' });

test('what is handed over waits until the person opens it, and is handed out once', async () => {
  const { sw } = await installed();
  assert.equal(await sw.ask('waiting'), undefined);
  assert.equal(await sw.post(form({ title: 'x', file: file('<schedule/>') })), `${SCOPE}library?shared`);
  const about = { name: 'schedule.xml', parts: [['schedule.xml', 11]], bytes: 11, from: '' };
  assert.deepEqual(await sw.ask('waiting'), about);
  assert.deepEqual(await sw.ask('waiting'), about, 'also after a reload');
  assert.equal(new TextDecoder().decode(await sw.ask('open')), '<schedule/>');
  assert.equal(await sw.ask('waiting'), undefined);
  assert.equal(await sw.ask('open'), undefined);
});

test('several files wait together, each with its name and length', async () => {
  const { sw } = await installed();
  const several = form({ file: file('[1]', 'talks.json') });
  several.append('file', file('[2, 3]', 'slots.json'));
  await sw.post(several);
  const { name, parts, bytes } = await sw.ask('waiting');
  assert.deepEqual({ name, parts, bytes }, { name: 'talks.json, slots.json', parts: [['talks.json', 3], ['slots.json', 6]], bytes: 9 });
  assert.equal(new TextDecoder().decode(await sw.ask('open')), '[1][2, 3]');
});

test('the latest waits, an address before other words, until it is discarded', async () => {
  const { sw } = await installed();
  await sw.post(form({ file: file('first') }));
  await sw.post(form({ title: 'https://c.org/schedule.xml', text: 'The schedule', url: '' }));
  assert.deepEqual(await sw.ask('waiting'), { address: 'https://c.org/schedule.xml', bytes: 26, from: '' });
  await sw.post(form({ title: '', text: 'see https://c.org' }));
  assert.deepEqual(await sw.ask('waiting'), { address: '', bytes: 17, from: '' });
  await sw.post(form({ title: '', text: ' ' }));
  assert.equal((await sw.ask('waiting')).bytes, 17, 'nothing takes nobody\'s place');
  await sw.ask('discard');
  assert.equal(await sw.ask('waiting'), undefined);
});

test('who handed it over is said as far as the browser tells', async () => {
  const { sw } = await installed();
  // The boundary is in the header, so each form brings its own.
  const said = async (extra, referrer = '') => {
    const fields = form({ text: 'x' });
    const made = new Request(SCOPE, { method: 'POST', body: fields });
    const headers = new Headers(made.headers);
    for (const [name, value] of Object.entries(extra)) headers.set(name, value);
    await sw.post(null, { seen: { referrer, headers, body: made.body } });
    return (await sw.ask('waiting')).from;
  };
  assert.equal(await said({ origin: 'https://evil.example' }), 'https://evil.example');
  assert.equal(await said({}, 'https://evil.example/page?q'), 'https://evil.example');
  assert.equal(await said({ origin: 'null' }, 'about:client'), '');
  assert.equal(await said({ origin: 'null', 'sec-fetch-site': 'none' }), 'device');
  assert.equal(await said({ origin: 'https://evil.example', 'sec-fetch-site': 'none' }), 'https://evil.example');
  assert.equal(await said({ 'sec-fetch-site': 'cross-site' }), '');
});

test('a name that hides what it is is shown without what hides it', async () => {
  const { sw } = await installed();
  await sw.post(form({ file: file('x', `lmx\u202e.${'a'.repeat(500)}`) }));
  const { name } = await sw.ask('waiting');
  assert.ok(name.startsWith('lmx.aaa') && name.length === 120, name);
});

test('what is too large is not waited for, and said to be so', async () => {
  const { sw, stores } = await installed();
  const kept = () => stores.get(`${NAME}waiting`).get('/deep/er/shared').bytes.byteLength;
  await sw.post(form({ file: file(new Uint8Array(16 * MB)) }));
  assert.equal((await sw.ask('waiting')).bytes, 16 * MB);
  await sw.post(form({ file: file(new Uint8Array(16 * MB + 1)) }));
  assert.deepEqual(await sw.ask('waiting'), { name: 'schedule.xml', parts: [['schedule.xml', 16 * MB + 1]], bytes: 16 * MB + 1, from: '' });
  assert.equal(kept(), 0);

  await sw.ask('discard');
  let sent = 0;
  const endless = new ReadableStream({ pull: (stream) => void stream.enqueue(new Uint8Array((sent += MB) && MB)) });
  await sw.post(null, { seen: { body: endless, headers: new Headers({ 'content-type': 'multipart/form-data; boundary=x' }) } });
  assert.deepEqual(await sw.ask('waiting'), { bytes: 16 * MB + 1, from: '' });
  assert.ok(sent < 20 * MB, `${sent} bytes were read`);

  await sw.ask('discard');
  const announced = { body: new ReadableStream({ pull: () => assert.fail('it is not read') }, { highWaterMark: 0 }), headers: new Headers({ 'content-length': `${99 * MB}` }) };
  await sw.post(null, { seen: announced });
  assert.equal((await sw.ask('waiting')).bytes, 16 * MB + 1);

  await sw.ask('discard');
  // Where the browser has no streams of requests.
  await sw.post(form({ file: file(new Uint8Array(17 * MB)) }), { seen: { body: undefined } });
  assert.equal((await sw.ask('waiting')).bytes, 16 * MB + 1);
  assert.equal(kept(), 0);
});

test('the most that is taken is the most that is read', () => {
  const limit = /pub const MAX_BYTES: usize = (.*);/.exec(readFileSync(new URL('../src/import/limits.rs', import.meta.url), 'utf8'))[1];
  assert.ok(SOURCE.includes(`const MOST = ${limit};`), limit);
});

test('only a page of ours learns what waits, and no address leads to it', async () => {
  const { sw, network } = await installed();
  await sw.post(form({ file: file('<schedule/>') }));
  for (const source of [null, { type: 'window', url: `${OTHER}library` }, { type: 'window', url: `${SCOPE}no/such/page` }, { type: 'worker', url: `${SCOPE}plan` }]) {
    for (const question of ['waiting', 'open', 'discard']) assert.ok(!(await sw.ask(question, { source })), `${question} of ${source?.url}`);
  }
  for (const request of [navigate, {}, { mode: 'no-cors', destination: 'image' }, { mode: 'same-origin' }]) {
    network.requests.length = 0;
    const answer = await sw.get('shared', request);
    assert.ok(answer === undefined || answer === 'no', `${request.mode}: the host answers, which has none`);
  }
  assert.equal((await sw.ask('waiting')).bytes, 11, 'it still waits');
});
