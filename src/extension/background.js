// Listens while no window of the extension is open. It keeps nothing in memory, since browsers stop it when they like.

import { known, ofSite } from './pages.js';

const api = globalThis.browser ?? chrome;
const SCRIPT = 'extension/marks.js';

// Scripts are for sites that a person has switched on. The right may also come and go in the browser's own settings.
api.permissions.onAdded.addListener(follow);
api.permissions.onRemoved.addListener(follow);
api.runtime.onInstalled.addListener(follow);
api.runtime.onStartup.addListener(follow);

async function follow(change) {
  const { origins = [] } = await api.permissions.getAll();
  await api.scripting.unregisterContentScripts();
  if (!origins.length) return;
  await api.scripting.registerContentScripts([{ id: 'marks', matches: origins, js: [SCRIPT], runAt: 'document_idle' }]);
  if (change?.origins) await markOpenPages(change.origins);
}

async function markOpenPages(origins) {
  for (const { id } of await api.tabs.query({ url: origins })) {
    await api.scripting.executeScript({ target: { tabId: id }, files: ['/' + SCRIPT] }).catch(() => undefined);
  }
}

// Only our own script in a page is answered, and only with what is about that page's site. The browser says which page it is, not the page.
api.runtime.onMessage.addListener((message, sender, answer) => {
  if (sender.id !== api.runtime.id || !sender.tab || sender.frameId !== 0) return false;
  const { origin } = new URL(sender.url);
  const task = { marks: () => marks(origin, sender.url), pick: () => pick(origin, message), badge: () => badge(sender.tab.id, message.is) }[message.ask];
  task?.().then(answer, () => answer(null));
  return Boolean(task);
});

async function marks(origin, address) {
  const [pages, page] = [await ofSite(origin), await known(address)];
  const { picked = {}, picks = [] } = await api.storage.local.get(['picked', 'picks']);
  const isPicked = (program, session) => {
    const tapped = picks.findLast(([of, id]) => of === program && id === session);
    return tapped ? tapped[2] : Boolean(picked[program]?.includes(session));
  };
  const sessions = pages.flatMap(({ program, sessions }) => sessions.map(([id, title]) => ({ program, id, title, isPicked: isPicked(program, id) })));
  return { sessions, times: page?.times };
}

async function pick(origin, { program, id, isPicked }) {
  const isOfSite = (await ofSite(origin)).some((page) => page.program === program && page.sessions.some(([session]) => session === id));
  if (!isOfSite) return;
  const { picks = [] } = await api.storage.local.get('picks');
  const others = picks.filter(([of, session]) => of !== program || session !== id);
  await api.storage.local.set({ picks: [...others, [program, id, Boolean(isPicked)]] });
}

// What the badge shows, and what the button says then.
const BADGES = { program: ['●', 'badge_program'], newer: ['!', 'badge_newer'] };

async function badge(tabId, is) {
  const [text, name] = BADGES[is] ?? ['', 'open_page'];
  await api.action.setBadgeBackgroundColor({ tabId, color: '#1c6b57' });
  await api.action.setBadgeText({ tabId, text });
  await api.action.setTitle({ tabId, title: api.i18n.getMessage(name) });
}
