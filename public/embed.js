// The program's day on the conference's own page, by one line: <script src="https://timetable.example.org/embed.js" async></script>
//
// Of that page it uses the place of the line, its language, its font and its choice of light or dark, and it leaves nothing there: no names,
// no cookies, no storage. A page with a Content-Security-Policy allows this host in script-src and connect-src, and no 'unsafe-…'.
(() => {
  // Filled in by the build: the program's address below this folder, where it is without abstracts, the texts in each language of the site,
  // the best one first, and the accent with the text on it, for light and for dark.
  const PROGRAM = '';
  const INDEX = '';
  const TEXTS = [];
  const ACCENT = ['#1c6b57', '#ffffff', '#7cc9b0', '#08211a'];

  // All that the page says about this element is taken back, since a rule for everything on the page (*) would come in by inheritance. Only
  // what a reader of the page expects is inherited. Sizes follow its text, but no page is so small that this cannot be read.
  const pair = (light, dark) => `light-dark(${light}, ${dark})`;
  const STYLE = `
    :host {
      all: initial !important; display: block !important; color-scheme: inherit !important; visibility: inherit !important;
      font-family: inherit !important; font-size: inherit !important;
    }
    .embed {
      --ink: #1d1c1a; --quiet: #5d5a54; --line: #8a867d; --hair: #e2dfd7; --card: #fff; --accent: ${ACCENT[0]}; --on-accent: ${ACCENT[1]};
      container-type: inline-size; padding: 16px; border: 1px solid var(--hair); border-radius: 12px; background: var(--card); color: var(--ink);
      font-size: max(16px, 1em); line-height: 1.45; word-break: keep-all; overflow-wrap: anywhere;
    }
    @supports (color: light-dark(#000, #fff)) {
      .embed {
        --ink: ${pair('#1d1c1a', '#eeece7')}; --quiet: ${pair('#5d5a54', '#a9a69e')}; --line: ${pair('#8a867d', '#7d7a73')};
        --hair: ${pair('#e2dfd7', '#30322f')}; --card: ${pair('#fff', '#1b1d1c')};
        --accent: ${pair(ACCENT[0], ACCENT[2])}; --on-accent: ${pair(ACCENT[1], ACCENT[3])};
      }
    }
    * { box-sizing: border-box }
    h2, h3, p, ol, ul { margin: 0; padding: 0; list-style: none; font-size: 1em }
    h2 { font-size: 1.25em; line-height: 1.3; flex: 1 1 12em }
    a, button { color: inherit; font: inherit; touch-action: manipulation }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
    .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin-bottom: 12px }
    .pill {
      display: inline-flex; align-items: center; min-height: 44px; padding: 8px 16px; border: 1px solid var(--line); border-radius: 22px; background: none;
      line-height: 1.3; text-align: start; text-decoration: none; cursor: pointer;
    }
    .pill[aria-pressed=true] { border: 2px solid var(--accent); padding: 7px 15px; color: var(--accent); font-weight: 700 }
    .main { border-color: var(--accent); background: var(--accent); color: var(--on-accent); font-weight: 600 }
    /* The browser lets no border-box be made of it: this is 44 px too. */
    install { min-height: 26px; padding: 8px 16px; border: 1px solid var(--line); border-radius: 22px; background: var(--card); color: var(--ink) }
    .slot { border-top: 1px solid var(--hair); padding: 8px 0 }
    h3, .facts { font-variant-numeric: tabular-nums }
    .row { position: relative; min-height: 44px; padding: 6px 0 }
    .title { display: inline-block; font-weight: 600; text-decoration: underline 1px var(--line); text-underline-offset: 3px }
    .title::after { content: ''; position: absolute; inset: 0 }
    .title:hover, .pill:hover { color: var(--accent) }
    .main:hover { color: var(--on-accent) }
    .facts, .note { color: var(--quiet); font-size: .875em }
    .cancelled .title { text-decoration: line-through; font-weight: 400 }
    .facts strong { color: var(--ink) }
    .note { margin-top: 8px }
    @container (min-width: 560px) {
      .slot { display: grid; grid-template-columns: 5em 1fr }
      h3 { padding-top: 6px }
      .slot ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(15em, 1fr)); gap: 0 24px }
    }`;

  const { dataset, src } = document.currentScript;
  const app = new URL('.', src).href;
  const path = dataset.program ?? PROGRAM, isOwn = path === PROGRAM;

  const tags = [dataset.language, document.currentScript.closest('[lang]')?.lang, ...navigator.languages];
  const said = (tag) => TEXTS.find((texts) => texts.tag === tag?.split('-')[0].toLowerCase());
  const texts = tags.map(said).find(Boolean) ?? TEXTS[0];

  // What a program says only ever becomes text or the value of an attribute that was chosen here.
  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  // The app has pages for the sessions of its own program. Any other is opened by a link that names it.
  const other = () => app + '#p=' + encodeURIComponent(path.replace(/^programs\//, '').replace(/\.json$/, ''));
  const place = (ownPage) => isOwn ? app + ownPage : other();

  const actions = () => {
    const plan = make('a', { class: 'pill main', href: place('plan') }, texts.plan);
    // The browser's own button, which installs the app from this page; it says what it does in the browser's language.
    const install = 'HTMLInstallElement' in window ? [make('install', { manifest: app + 'manifest.webmanifest' })] : [];
    return [plan, ...install];
  };

  const clock = (moment) => moment.slice(11, 16);

  const row = (session, { rooms, tracks }) => {
    const named = (list, id) => list?.find((one) => one.id === id);
    const room = (id) => { const found = named(rooms, id); return found?.names?.[texts.tag] ?? found?.name; };
    const time = `${clock(session.start)}–${clock(session.end)}`;
    const facts = [time, session.rooms?.map(room).filter(Boolean).join(', '), named(tracks, session.track)?.name, session.speakers?.join(', ')];
    // Each is isolated, so that one in Hebrew does not turn the others around.
    const parts = facts.filter(Boolean).flatMap((fact) => [' · ', make('bdi', {}, fact)]).slice(1);
    const cancelled = session.cancelled ? [make('strong', {}, texts.cancelled), ' · '] : [];
    return make('li', { class: session.cancelled ? 'row cancelled' : 'row' },
      make('a', { class: 'title', href: place('session/' + encodeURIComponent(session.id)) }, make('bdi', {}, session.title)),
      make('p', { class: 'facts' }, ...cancelled, ...parts));
  };

  const slots = (program, date) => {
    const byStart = new Map();
    for (const session of program.sessions.filter(({ day }) => day === date)) {
      byStart.set(session.start, [...byStart.get(session.start) ?? [], row(session, program)]);
    }
    if (!byStart.size) return make('p', {}, texts.empty);
    // Safari takes a list without marks for none, unless it is called one.
    const slot = ([start, rows]) => make('li', { class: 'slot' },
      make('h3', {}, make('time', { datetime: start }, clock(start))), make('ul', { role: 'list' }, ...rows));
    return make('ol', { role: 'list' }, ...[...byStart].map(slot));
  };

  // The day at the venue, whatever zone this device is in. By convention a day of a program lasts until four in the morning.
  const today = ({ sessions: [first] }) => {
    if (!first) return '';
    const offset = Date.parse(first.start.slice(0, 19) + 'Z') - Date.parse(first.start);
    return new Date(Date.now() + offset - 4 * 3600 * 1000).toISOString().slice(0, 10);
  };

  const whole = (program) => {
    const now = today(program), dates = program.days.map(({ date }) => date);
    const format = new Intl.DateTimeFormat(texts.locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
    const name = ({ date, label }) => [label, format.format(new Date(date)), date === now && texts.today].filter(Boolean).join(' · ');
    // Before the conference its first day, and between two days the next one.
    const first = dates.find((date) => date === dataset.day) ?? dates.find((date) => date >= now) ?? dates[0];
    const list = make('div', {});
    const buttons = program.days.map((day) => make('button', { class: 'pill', type: 'button' }, name(day)));
    const choose = (date) => {
      buttons.forEach((button, at) => button.setAttribute('aria-pressed', dates[at] === date));
      list.replaceChildren(slots(program, date));
    };
    buttons.forEach((button, at) => button.addEventListener('click', () => choose(dates[at])));
    choose(first);
    const title = make('h2', {}, make('bdi', {}, program.title));
    return [
      make('div', { class: 'bar' }, title, ...actions()),
      // There is nothing to choose from a single day.
      dates.length > 1 ? make('div', { class: 'bar', role: 'group', 'aria-label': texts.days }, ...buttons) : make('p', {}, ...program.days.map(name)),
      list,
      make('p', { class: 'note' }, texts.venue.replace('{zone}', () => program.time_zone)),
    ];
  };

  /** Throws unless everything is there that is shown without a question. */
  const parse = (text) => {
    const program = JSON.parse(text);
    const isText = (value) => typeof value === 'string' && value !== '';
    const has = (row, ...keys) => keys.every((key) => isText(row[key]));
    const isWhole = program.format === 'siganpyo-program/1' && has(program, 'title', 'time_zone') && program.days.every((day) => has(day, 'date'))
      && program.sessions.every((session) => has(session, 'id', 'title', 'start', 'end', 'day'));
    if (!isWhole) throw new TypeError('not a program');
    return program;
  };

  const load = async () => {
    const signal = AbortSignal.timeout?.(20000);
    const answer = await fetch(new URL(isOwn ? INDEX : path, app), { credentials: 'omit', referrerPolicy: 'no-referrer', signal });
    if (!answer.ok) throw new TypeError(answer.status);
    return answer.text();
  };

  const box = make('section', { class: 'embed', lang: texts.tag, dir: 'ltr' }, make('p', { role: 'status' }, texts.loading));
  const say = (words) => box.replaceChildren(make('p', { class: 'bar', role: 'alert' }, words), make('a', { class: 'pill main', href: place('') }, texts.open));
  const show = (text) => {
    try {
      box.replaceChildren(...whole(parse(text)));
    } catch {
      say(texts.unreadable);
    }
  };

  // An open root, since it holds nothing that the page may not know, and checkers of accessibility look into no other.
  const host = make('siganpyo-day', {}), root = host.attachShadow({ mode: 'open' });
  root.append(box);
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Before Safari 16.4. A strict policy of the page refuses this one; then the list is plain.
    root.append(make('style', {}, STYLE));
  }
  document.currentScript.replaceWith(host);
  load().then(show, () => say(texts.failed));
})();
