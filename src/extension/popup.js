// The small window below the button: reads the page in front, shows what is in it, and hands it to the app.

import { read } from './reading.js';
import { forget, known, remember } from './pages.js';
import { language, say } from './texts.js';

const api = globalThis.browser ?? chrome;
const at = (id) => document.getElementById(id);
const APP = '/index.html?/';

document.documentElement.lang = language;
at('app').textContent = say('open_app');
at('app').onclick = () => leave(APP + 'plan');
at('local').textContent = say('local');
at('said').textContent = say('reading');
begin().catch(() => finish('none'));

async function begin() {
  const tab = await tabInFront();
  const page = await collect(tab);
  if (!page) return finish('closed');
  if (page.isTooLarge) return finish('too_large');
  offerSwitch(new URL(page.address));
  const found = await read(page, language);
  if (found.program?.sessions.length) return show(page, found);
  if (found.asked) return offer('question', () => handOver(page, found.asked.name, found.asked.text));
  if (page.far.length) return finish('frames', page.far[0]);
  finish('none');
  if (found.refused) note([found.refused.message, found.refused.hint].filter(Boolean).join(' '));
}

async function tabInFront() {
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  return tab;
}

async function collect(tab) {
  try {
    const [{ result }] = await api.scripting.executeScript({ target: { tabId: tab.id }, files: ['/extension/collect.js'] });
    return result;
  } catch {
    return null;
  }
}

function finish(name, ...values) {
  at('said').textContent = say(name, ...values);
}

function note(text) {
  at('note').textContent = text;
  at('note').hidden = false;
}

function offer(name, act) {
  if (name) finish(name);
  at('open').textContent = say('open');
  at('open').onclick = act;
  at('open').hidden = false;
}

async function show(page, { program, text, from }) {
  at('said').textContent = '';
  at('title').textContent = program.title;
  at('facts').textContent = [program.venue, say('sessions', program.sessions.length)].filter(Boolean).join(' · ');
  at('program').hidden = false;
  const days = program.days.map(({ date }) => date).filter((date) => program.sessions.some(({ day }) => day === date));
  at('days').replaceChildren(...days.map((date) => dayButton(date, program)));
  showDay(days[0], program);
  const before = await known(page.address);
  const is = before && (before.text === essence(program) ? 'known' : 'newer');
  const said = [is && say(is), from && say('from_link', from)].filter(Boolean);
  if (said.length) note(said.join(' '));
  offer(null, async () => {
    await remember(page, program, essence(program));
    await handOver(page, program.id + '.json', text);
  });
}

// What makes a version another one: the sessions.
function essence(program) {
  return JSON.stringify(program.sessions.map(({ title, start, end, rooms, speakers, cancelled }) => [title, start, end, rooms, speakers, cancelled]));
}

function dayButton(date, program) {
  const button = document.createElement('button');
  button.dataset.day = date;
  button.textContent = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', weekday: 'short', timeZone: 'UTC' }).format(new Date(date));
  button.onclick = () => showDay(date, program);
  return button;
}

// Times are the venue's, so they are read off as they are written.
function showDay(date, { sessions, rooms }) {
  for (const button of at('days').children) button.setAttribute('aria-pressed', String(button.dataset.day === date));
  const named = new Map(rooms.map(({ id, name }) => [id, name]));
  const row = ({ title, start, rooms }) => {
    const item = document.createElement('li'), time = document.createElement('time'), name = document.createElement('span');
    [time.textContent, name.textContent] = [start.slice(11, 16), title];
    item.append(time, name);
    if (rooms?.length) item.append(Object.assign(document.createElement('span'), { className: 'quiet', textContent: rooms.map((id) => named.get(id)).join(', ') }));
    return item;
  };
  at('sessions').replaceChildren(...sessions.filter(({ day }) => day === date).map(row));
}

// Where the service worker puts what another app shares, see public/sw.js: the app shows what it is before it opens it.
async function handOver({ address }, name, text) {
  const bytes = new TextEncoder().encode(text).length;
  const { protocol, origin } = new URL(address);
  const about = { name, parts: [[name, bytes]], bytes, address: '', from: protocol === 'file:' ? 'device' : origin };
  await api.storage.local.set({ waiting: { about, text } });
  await leave(APP + 'library');
}

async function leave(path) {
  await api.tabs.create({ url: api.runtime.getURL(path) });
  close();
}

// The right to read the site is the switch: the background follows it, since some browsers close this window for their question.
async function offerSwitch({ protocol, hostname, host, origin }) {
  if (!/^https?:$/.test(protocol)) return;
  const wanted = { origins: [`${protocol}//${hostname}/*`] };
  at('switch-name').textContent = say('switch_on', host);
  at('switch-about').textContent = say('switch_about');
  at('switch').checked = await api.permissions.contains(wanted);
  at('switch').onchange = async ({ target }) => {
    if (target.checked) target.checked = await api.permissions.request(wanted);
    else await Promise.all([api.permissions.remove(wanted), forget(origin)]);
  };
  at('site').hidden = false;
}
