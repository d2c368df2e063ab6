// What a conference's own page loads, with fakes for that page: node --test tests/embed.test.mjs

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const SOURCE = readFileSync(new URL('../public/embed.js', import.meta.url), 'utf8');
const APP = 'https://timetable.example.org/2027/';
const TEXTS = ['ko', 'en'].map((tag) => ({
  tag, locale: { ko: 'ko-KR', en: 'en-GB' }[tag], loading: `loading ${tag}`, days: `days ${tag}`, today: `today ${tag}`, cancelled: `cancelled ${tag}`,
  plan: `plan ${tag}`, empty: `empty ${tag}`, venue: 'zone {zone}', failed: `failed ${tag}`, unreadable: `unreadable ${tag}`, open: `open ${tag}`,
}));

const session = (id, day, clock, more = {}) => ({ id, title: `Talk ${id}`, start: `${day}T${clock}:00+09:00`, end: `${day}T23:30:00+09:00`, day, ...more });
const PROGRAM = {
  format: 'siganpyo-program/1', id: 'p', version: '1', title: 'Craft Days', time_zone: 'Asia/Seoul',
  days: [{ date: '2027-03-01' }, { date: '2027-03-03', label: 'Workshops' }],
  rooms: [{ id: 'h', name: 'Hall', names: { ko: '홀' } }, { id: 'a', name: 'Attic' }],
  tracks: [{ id: 't', name: 'Looms & Yarn' }],
  sessions: [
    session('a/1', '2027-03-01', '09:00', { rooms: ['h', 'a'], track: 't', speakers: ['Kim', 'Lee'] }),
    session('b', '2027-03-01', '09:00', { cancelled: true }),
    session('c', '2027-03-01', '13:40'),
    session('d', '2027-03-03', '10:00'),
  ],
};

/** An element of which only what is needed exists: whoever sets markup, a style or a property of its own fails. */
class Element {
  constructor(name) {
    Object.assign(this, { name, attributes: {}, children: [], handlers: {} });
    Object.preventExtensions(this);
  }

  setAttribute(key, value) { this.attributes[key] = String(value); }
  addEventListener(type, handler) { this.handlers[type] = handler; }
  append(...children) { this.children.push(...children.map((child) => child instanceof Element ? child : String(child))); }
  replaceChildren(...children) { this.children.length = 0; this.append(...children); }
  attachShadow({ mode }) {
    const root = new Element(`${mode} root`);
    this.append(Object.defineProperty(root.children, 'adopted', { value: [] }) && root);
    return new Proxy(root, { set: (_, key, value) => key === 'adoptedStyleSheets' && !!root.children.adopted.push(...value) });
  }

  get text() { return this.children.map((child) => child.text ?? child).join(''); }
  /** All elements below it of a name, or with a class. */
  all(wanted) {
    const below = this.children.filter((child) => child instanceof Element);
    return below.flatMap((child) => [...child.name === wanted || child.attributes.class?.split(' ').includes(wanted) ? [child] : [], ...child.all(wanted)]);
  }
}

const answer = (body, ok = true) => ({ ok, status: ok ? 200 : 404, text: async () => typeof body === 'string' ? body : JSON.stringify(body) });
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A page on which the script has run; `asked` has the requests. */
function page({ dataset = {}, lang, languages = ['fr'], now = '2027-01-01T00:00:00Z', window = {}, reply = async () => answer(PROGRAM), sheets = true } = {}) {
  const asked = [], places = [];
  const script = { dataset, src: `${APP}embed.js?1`, closest: () => lang && { lang }, replaceWith: (element) => places.push(element) };
  const document = Object.freeze({ currentScript: script, createElement: (name) => new Element(name) });
  const Sheet = class { constructor() { if (!sheets) throw new TypeError('Illegal constructor'); } replaceSync(text) { this.text = text; } };
  const Clock = class extends Date { static now() { return Date.parse(now); } };
  const fetch = (address, options) => { asked.push([address.href, options]); return reply(); };
  const source = SOURCE.replace(/const PROGRAM = .*/, "const PROGRAM = 'programs/p.json';").replace(/const INDEX = .*/, "const INDEX = 'programs/p.index.json';")
    .replace(/const TEXTS = .*/, `const TEXTS = ${JSON.stringify(TEXTS)};`);
  const forbidden = ['localStorage', 'sessionStorage', 'indexedDB', 'caches'];
  const given = { document, window, navigator: { languages }, fetch, CSSStyleSheet: Sheet, Date: Clock, ...Object.fromEntries(forbidden.map((name) => [name, undefined])) };
  new Function(...Object.keys(given), `'use strict';${source}`)(...Object.values(given));
  const [host] = places, [root] = host.children;
  return { asked, places, host, root, box: root.all('embed')[0] };
}

async function shown(setup) {
  const made = page(setup);
  await settled();
  return made;
}

const pressed = ({ box }) => box.all('button').filter((button) => button.attributes['aria-pressed'] === 'true').map((button) => button.text);
const titles = ({ box }) => box.all('title').map((title) => title.text);

test('the line gives way to one element, which says that it is loading and then shows the program', async () => {
  const made = page({ lang: 'ko' });
  assert.deepEqual([made.places.length, made.host.name, made.root.name, made.box.text], [1, 'siganpyo-day', 'open root', 'loading ko']);
  await settled();
  assert.equal(made.box.all('h2')[0].text, 'Craft Days');
  assert.equal(made.box.all('note')[0].text, 'zone Asia/Seoul');
  assert.deepEqual(titles(made), ['Talk a/1', 'Talk b', 'Talk c']);
});

test('sessions stand by time, as the venue has it, with rooms in the language, track and speakers', async () => {
  const { box } = await shown({ lang: 'ko' });
  assert.deepEqual(box.all('h3').map((heading) => heading.text), ['09:00', '13:40']);
  assert.deepEqual(box.all('slot').map((slot) => slot.all('li').length), [2, 1]);
  assert.deepEqual(box.all('facts').map((facts) => facts.text), ['09:00–23:30 · 홀, Attic · Looms & Yarn · Kim, Lee', 'cancelled ko · 09:00–23:30', '13:40–23:30']);
  assert.deepEqual(box.all('cancelled').map((row) => row.all('title')[0].text), ['Talk b']);
});

test('sessions and my timetable lead into the app', async () => {
  const { box } = await shown();
  assert.deepEqual(box.all('a').map((link) => link.attributes.href).slice(0, 3), [`${APP}plan`, `${APP}session/a%2F1`, `${APP}session/b`]);
});

test('days are buttons, of which one is pressed', async () => {
  const made = await shown({ lang: 'en' });
  assert.deepEqual(made.box.all('button').map((button) => button.text), ['Mon 1 Mar', 'Workshops · Wed 3 Mar']);
  assert.deepEqual(pressed(made), ['Mon 1 Mar']);
  made.box.all('button')[1].handlers.click();
  assert.deepEqual([pressed(made), titles(made)], [['Workshops · Wed 3 Mar'], ['Talk d']]);
  const single = await shown({ reply: async () => answer({ ...PROGRAM, days: PROGRAM.days.slice(0, 1) }) });
  assert.deepEqual([single.box.all('button').length, titles(single).length], [0, 3]);
});

test('the first day shown is that of today at the venue, else the next one, else the first', async () => {
  const first = async (now, dataset) => titles(await shown({ now, dataset }))[0];
  assert.equal(await first('2027-02-01T00:00:00Z'), 'Talk a/1');
  assert.equal(await first('2027-03-01T14:00:00Z'), 'Talk a/1', '23:00 in Seoul');
  assert.equal(await first('2027-03-01T18:59:00Z'), 'Talk a/1', '03:59 of the night after');
  assert.equal(await first('2027-03-01T19:00:00Z'), 'Talk d', 'a day without sessions');
  assert.equal(await first('2027-03-02T19:00:00Z'), 'Talk d', '04:00 of the second day in Seoul');
  assert.equal(await first('2027-04-01T00:00:00Z'), 'Talk a/1');
  assert.equal(await first('2027-03-01T00:00:00Z', { day: '2027-03-03' }), 'Talk d', 'unless the page names one');
  assert.equal(await first('2027-03-03T03:00:00Z', { day: '2031-01-01' }), 'Talk d', 'that there is');
  assert.ok(pressed(await shown({ lang: 'en', now: '2027-03-03T03:00:00Z' }))[0].endsWith('today en'));
});

test('the language is that of the line, else of the page, else of the browser, else of the site', async () => {
  const language = async (setup) => (await shown(setup)).box.attributes.lang;
  assert.equal(await language({ dataset: { language: 'en' }, lang: 'ko', languages: ['ko'] }), 'en');
  assert.equal(await language({ lang: 'en-GB', languages: ['ko'] }), 'en');
  assert.equal(await language({ dataset: { language: 'fr' }, lang: 'de', languages: ['fr', 'EN-us'] }), 'en');
  assert.equal(await language({ lang: '', languages: ['fr'] }), 'ko');
});

test('the file without abstracts is read, and nothing about the reader is sent', async () => {
  const { asked: [[address, options], ...rest] } = await shown();
  assert.equal(address, `${APP}programs/p.index.json`);
  assert.deepEqual([options.credentials, options.referrerPolicy, rest.length], ['omit', 'no-referrer', 0]);
  assert.equal((await shown({ dataset: { program: 'programs/p.json' } })).asked[0][0], `${APP}programs/p.index.json`);
});

test('another program of the site is opened by links that name it, since only the first has pages', async () => {
  const { asked, box } = await shown({ dataset: { program: 'programs/side day.json' } });
  assert.equal(asked[0][0], `${APP}programs/side%20day.json`);
  assert.deepEqual([...new Set(box.all('a').map((link) => link.attributes.href))], [`${APP}#p=side%20day`]);
});

test('what fails is said, with a way into the app', async () => {
  const says = async (reply) => {
    const { box } = await shown({ lang: 'en', reply });
    assert.deepEqual(box.all('a').map((link) => [link.text, link.attributes.href]), [['open en', APP]]);
    assert.equal(box.children[0].attributes.role, 'alert');
    return box.children[0].text;
  };
  assert.equal(await says(async () => { throw new TypeError('Failed to fetch'); }), 'failed en');
  assert.equal(await says(async () => answer('no', false)), 'failed en');
  const [first] = PROGRAM.sessions;
  for (const body of ['<p>Accept the terms</p>', 'null', '[]', { ...PROGRAM, format: 'siganpyo-program/2' }, { ...PROGRAM, days: undefined },
    { ...PROGRAM, sessions: [{ ...first, start: 9 }] }, { ...PROGRAM, sessions: [{ ...first, start: 'soon' }] }]) {
    assert.equal(await says(async () => answer(body)), 'unreadable en', JSON.stringify(body).slice(0, 60));
  }
});

test('a program or a day without sessions says so', async () => {
  for (const days of [[], PROGRAM.days]) {
    const { box } = await shown({ lang: 'en', reply: async () => answer({ ...PROGRAM, days, sessions: [] }) });
    assert.ok(box.text.includes('empty en') && box.all('main').length === 1, box.text);
  }
});

test('texts of a program are text', async () => {
  const text = '<img src=x onerror=alert(1)> $& {zone}';
  const odd = { ...PROGRAM, title: text, time_zone: text, sessions: [session('javascript:alert(1)', '2027-03-01', '09:00', { title: text, rooms: ['constructor'], speakers: [text] })] };
  const { box } = await shown({ reply: async () => answer(odd) });
  assert.deepEqual([box.all('h2')[0].text, titles({ box })[0], box.all('note')[0].text], [text, text, `zone ${text}`]);
  assert.equal(box.all('title')[0].attributes.href, `${APP}session/javascript%3Aalert(1)`);
  const attributes = (element) => [...Object.keys(element.attributes), ...element.children.filter((child) => child.name).flatMap(attributes)];
  assert.ok(attributes(box).every((name) => ['class', 'lang', 'dir', 'role', 'href', 'type', 'datetime', 'aria-pressed', 'aria-label'].includes(name)), String(attributes(box)));
});

test('the page gets no names, and twice the line gives two of it', async () => {
  const window = Object.freeze({});
  const [one, other] = await Promise.all([shown({ window }), shown({ window, dataset: { day: '2027-03-03' } })]);
  assert.deepEqual([titles(one).length, titles(other).length], [3, 1]);
  const forbidden = /\.(cookie|innerHTML|outerHTML|insertAdjacentHTML|write|style|cssText)\b|\beval\(|\bFunction\(/;
  assert.equal(forbidden.exec(SOURCE), null, 'what a strict page forbids, or would have to trust');
});

test('the style is a sheet of the root alone, or an element where browsers make no sheets', async () => {
  const { root } = await shown();
  assert.deepEqual([root.children.adopted.length, root.all('style').length], [1, 0]);
  const old = await shown({ sheets: false });
  assert.ok(old.root.all('style')[0].text.includes(':host') && titles(old).length === 3);
});

test('the button that installs the app is there where browsers have it', async () => {
  assert.equal((await shown()).box.all('install').length, 0);
  const { box } = await shown({ window: { HTMLInstallElement: class {} } });
  assert.deepEqual(box.all('install').map((install) => install.attributes), [{ manifest: `${APP}manifest.webmanifest` }]);
});
