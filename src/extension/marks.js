// Runs in pages of sites that a person has switched on: puts a small button beside each session that was read, and says whether there is
// a timetable at all. It only adds elements, each with a closed root of its own, and takes nothing from the page but its texts.
(() => {
  const api = globalThis.browser ?? chrome;
  const NAME = 'siganpyo-mark';
  // A second script in the same page, after a switch was moved twice.
  if (document.querySelector(NAME)) return;
  const say = (name, ...values) => api.i18n.getMessage(name, values);
  const ask = (message) => api.runtime.sendMessage(message).catch(() => null);
  const STYLE = `
    :host { all: initial !important; display: inline-block !important; margin: 0 0 0 .4em !important; vertical-align: middle !important }
    button {
      min-width: 44px; min-height: 28px; padding: 2px 10px; border: 1px solid #1c6b57; border-radius: 14px; background: #fff; color: #1c6b57;
      font: 600 13px/1.3 system-ui, sans-serif; cursor: pointer; white-space: nowrap;
    }
    button[aria-pressed=true] { background: #1c6b57; color: #fff }
    button:focus-visible { outline: 3px solid #1c6b57; outline-offset: 2px }`;
  // The least number of times of day that make a timetable.
  const LEAST = 6;
  const plain = (text) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const marked = new WeakSet();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);

  start();

  async function start() {
    const said = await ask({ ask: 'marks' });
    if (!said) return;
    const times = document.body.innerText.match(/\d{1,2}:\d{2}/g)?.join(' ') ?? '';
    const isNewer = said.times !== undefined && said.times !== times;
    const has = said.sessions.length > 0 || times.split(' ').length >= LEAST;
    await ask({ ask: 'badge', is: isNewer ? 'newer' : has ? 'program' : '' });
    if (!said.sessions.length) return;
    // Titles that occur twice are no sign.
    const titles = new Map(), twice = new Set();
    for (const session of said.sessions) {
      const title = plain(session.title);
      if (titles.has(title) && titles.get(title).id !== session.id) twice.add(title);
      titles.set(title, session);
    }
    for (const title of twice) titles.delete(title);
    mark(titles);
    // Pages that build themselves, or show another day.
    let due = 0;
    new MutationObserver(() => { clearTimeout(due); due = setTimeout(mark, 300, titles); }).observe(document.body, { childList: true, subtree: true });
  }

  function mark(titles) {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement, session = titles.get(plain(element.textContent));
      if (session && !marked.has(element) && isShown(element)) found.push([element, session]);
    }
    for (const [element, session] of found) {
      marked.add(element);
      // Not into a link or a button, which would follow each press.
      (element.closest('a, button, summary, label') ?? element.lastChild).after(button(session));
    }
  }

  function isShown(element) {
    return !element.closest('script, style, noscript, template, option, textarea, title') && element.checkVisibility();
  }

  function button(session) {
    const host = document.createElement(NAME), root = host.attachShadow({ mode: 'closed' }), pick = document.createElement('button');
    root.adoptedStyleSheets = [sheet];
    pick.type = 'button';
    const show = () => {
      pick.setAttribute('aria-pressed', String(session.isPicked));
      pick.textContent = say(session.isPicked ? 'picked' : 'pick');
      pick.setAttribute('aria-label', say('pick_named', session.title));
    };
    pick.addEventListener('click', (event) => {
      event.preventDefault();
      event.stopPropagation();
      // Pages cannot press it by script.
      if (!event.isTrusted) return;
      session.isPicked = !session.isPicked;
      show();
      ask({ ask: 'pick', program: session.program, id: session.id, isPicked: session.isPicked });
    });
    show();
    root.append(pick);
    return host;
  }
})();
