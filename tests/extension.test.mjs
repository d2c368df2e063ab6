// The browser extension in real browsers: `node --test tests/extension.test.mjs` after `cargo xtask extension`.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { Chromium } from './extension/chromium.mjs';
import { Firefox, isHere } from './extension/firefox.mjs';
import { Host, fixture } from './extension/host.mjs';
import { eventually } from './extension/waiting.mjs';

const ROOT = new URL('..', import.meta.url).pathname;
const EXTENSION = `${ROOT}target/extension`;
const ENGINES = [['chromium', Chromium], ...(isHere ? [['firefox', Firefox]] : [])];
if (!isHere) console.error('skipped: the stories in Firefox, which need GECKODRIVER and firefox-esr');
const SEEN = `${ROOT}target/browser/extension`;
const run = promisify(execFile);
const LAMPS = await fixture('lamps.html');
const APP = /\/index\.html/;

/// Runs a story with a host and a browser in which the extension is loaded. What was on the screen at a failure is kept.
function story(name, pages, tell, engines = ENGINES) {
  for (const [engine, driver] of engines) test(`${engine}: ${name}`, { timeout: 400_000 }, () => told(engine, driver, name, pages, tell));
}

async function told(engine, driver, name, pages, tell) {
  const folder = `${SEEN}/${engine}-${name.replaceAll(/\W+/g, '-')}`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const host = await Host.open(pages);
  const world = { host, folder };
  await mkdir(`${folder}/downloads`);
  await cp(`${EXTENSION}/${engine}`, `${folder}/extension`, { recursive: true });
  world.start = async (language) => {
    world.browser = await driver.start(`${folder}/profile`, `${folder}/downloads`, language);
    await world.browser.load(`${folder}/extension`);
    return world.browser;
  };
  try {
    await tell(world);
  } catch (error) {
    await world.browser?.lastPage?.photograph(`${folder}/seen.png`).catch(() => undefined);
    throw error;
  } finally {
    await world.browser?.kill().catch(() => undefined);
    host.goAway();
    for (const large of ['profile', 'extension']) await rm(`${folder}/${large}`, { recursive: true, force: true, maxRetries: 9, retryDelay: 200 });
  }
}

/// Opens the conference's page, presses the button and hands the program to the app, where it is kept.
async function keepProgram({ browser, host }) {
  const page = await browser.open(host.address('/'));
  const popup = await browser.press(page);
  await popup.until(`!document.getElementById('open').hidden`);
  await popup.click('#open');
  const app = await browser.page(APP);
  await app.click('[data-action=open-handed]');
  await app.click('[data-action=keep-program]');
  await app.until(`document.querySelector('main[data-program=lamp-conference-2027]')`);
  return app;
}

const pick = (app, title) => app.ask(`(() => {
  const row = [...document.querySelectorAll('main [data-session]')].find((row) => row.innerText.includes(${JSON.stringify(title)}));
  row.querySelector('[data-action=pick]').click(); return row.dataset.session })()`);

const isReady = (app) => app.until(`document.documentElement.dataset.app === 'ready'`);

const isSaved = (app) => app.until(`document.querySelector('[role=status][data-save=saved]')`);

/// What is chosen for the picture.
const chosen = (app, field) => app.until(`document.querySelector('select[data-field=${field}]')?.value`);

/// Saves the picture with its button, and returns its bytes once all of it is there.
async function picture(app, downloads) {
  await app.click('[data-action=save-wallpaper]');
  return eventually('the picture is saved', async () => {
    const name = (await readdir(downloads)).find((name) => name.endsWith('.png'));
    const bytes = name && await readFile(`${downloads}/${name}`);
    return bytes?.includes('IEND') && bytes;
  });
}

story('five picks outlive the browser and the server, and make the same picture as the command line', { '/': LAMPS }, async (world) => {
  const { host, folder } = world;
  await world.start();
  const app = await keepProgram(world);
  await app.until(`document.documentElement.dataset.offline === 'ready'`);
  const titles = ['Why lamps', 'On wicks and oil', '<img src=x', '등대의 빛', 'Out of the dark'];
  const ids = [];
  for (const title of titles) ids.push(await pick(app, title));
  await isSaved(app);
  await world.browser.kill();
  host.goAway();

  const browser = await world.start();
  const again = await browser.open(browser.address('index.html?/plan'));
  for (const title of titles) await again.says(title);
  // To the phone: as a file, since this build names no address on the web. Never a link that only this browser can open.
  await again.click('[data-action=share-plan]');
  await again.until(`document.querySelector('[data-action=save-file]')`);
  assert.equal(await again.ask(`document.querySelector('#plan-link')`), null);
  await again.goTo(await again.ask('location.href'));
  await isReady(again);
  // A tab of the app, and a reload on it.
  await again.click('a[href$="?/wallpaper"]');
  await again.until(`location.search === '?/wallpaper' && document.querySelector('img[data-role=wallpaper]')`);
  await again.goTo(await again.ask('location.href'));
  await again.until(`document.querySelector('img[data-role=wallpaper]')?.naturalWidth`);
  const screen = await chosen(again, 'phone'), zone = await chosen(again, 'zone');
  await again.photograph(`${folder}/wallpaper.png`);
  const made = await picture(again, browser.downloads);
  const program = `${folder}/lamps.json`, told = `${folder}/command-line.png`;
  await writeFile(`${folder}/lamps.html`, LAMPS);
  const siganpyo = process.env.SIGANPYO ?? `${ROOT}target/debug/siganpyo`;
  await run(siganpyo, ['import', `${folder}/lamps.html`, '-o', program]);
  const picks = ids.flatMap((id) => ['--pick', id]);
  await run(siganpyo, ['wallpaper', program, ...picks, '--screen', screen, '--zone', zone, '--lang', 'en', '-o', told], { cwd: ROOT });
  assert.ok(made.equals(await readFile(told)), `the picture in ${browser.downloads} is not ${told}`);
});

story('the window below the button shows title, days and sessions as text, in both languages', { '/': LAMPS }, async (world) => {
  for (const [language, words] of [['en-US', ['Sessions: 6', 'Open in Siganpyo']], ['ko-KR', ['세션 6개', '시간표에서 열기']]]) {
    const browser = await world.start(language);
    const page = await browser.open(world.host.address('/'));
    const popup = await browser.press(page);
    for (const word of ['Lamp Conference 2027', 'Why lamps', `<img src=x onerror="document.title='injected'">`, ...words]) await popup.says(word);
    await popup.click('#days button:last-child');
    await popup.says('Lanterns of paper');
    assert.equal(await popup.ask('document.querySelectorAll("img").length'), 0);
    await popup.photograph(`${world.folder}/popup-${language}.png`);
    await browser.kill();
  }
});

test('nothing but three permissions is asked for at the installation', async () => {
  for (const engine of ['chromium', 'firefox']) {
    const manifest = JSON.parse(await readFile(`${EXTENSION}/${engine}/manifest.json`, 'utf8'));
    assert.deepEqual(manifest.permissions, ['activeTab', 'scripting', 'storage']);
    for (const none of ['host_permissions', 'content_scripts', 'web_accessible_resources', 'externally_connectable']) assert.equal(manifest[none], undefined);
  }
});

story('marks stand beside the sessions of a site that is switched on, and picks made there arrive in the app', { '/': LAMPS }, async (world) => {
  const browser = await world.start();
  await keepProgram(world);
  const before = await browser.open(world.host.address('/'));
  assert.equal(await before.ask('document.querySelectorAll("siganpyo-mark").length'), 0, 'not before the switch');
  await browser.switchOn('http://lamps.test/*');
  const app = await browser.open(browser.address('index.html'));
  await isReady(app);
  const page = await browser.open(world.host.address('/'));
  await page.until('document.querySelectorAll("siganpyo-mark").length === 6');
  const isClosed = 'document.querySelector("siganpyo-mark").shadowRoot === null && typeof browser === "undefined" && !globalThis.chrome?.runtime?.id';
  assert.ok(await page.ask(isClosed), 'the page sees an empty element and nothing of the extension');
  await page.ask('document.querySelector("siganpyo-mark").click()');
  await page.click('tr:nth-child(2) siganpyo-mark');
  await page.photograph(`${world.folder}/marks.png`);
  await app.inFront();
  const picked = `[...document.querySelectorAll('main [data-session][data-picked=true]')].map((row) => row.innerText.includes('On wicks and oil')).join()`;
  await app.until(`document.documentElement.dataset.app === 'ready' && ${picked} === 'true'`);
  assert.equal(await page.ask('document.querySelectorAll("td a").length'), 1, 'the page is as it was');
  assert.equal(await page.ask('location.pathname'), '/');
});

const CALENDAR = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', 'X-WR-CALNAME:Moth Days', 'X-WR-TIMEZONE:Asia/Seoul', 'BEGIN:VEVENT', 'UID:1@moths.test',
  'DTSTART:20270301T000000Z', 'DTEND:20270301T003000Z', 'SUMMARY:How moths fold', 'LOCATION:Hall', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');

story('a schedule file that the page links to is read first, with the page\u2019s own rights', {
  '/': '<!doctype html><title>Moths</title><p>Welcome <a href="/schedule.ics">calendar</a>', '/schedule.ics': CALENDAR,
}, async (world) => {
  const browser = await world.start();
  const popup = await browser.press(await browser.open(world.host.address('/')));
  for (const words of ['Moth Days', 'How moths fold', world.host.address('/schedule.ics')]) await popup.says(words);
});

story('a page that has changed is said to have changed, and one without a timetable is refused', { '/': LAMPS, '/about': '<!doctype html><title>About</title><p>We like lamps.' }, async (world) => {
  const browser = await world.start();
  const popup = await browser.press(await browser.open(world.host.address('/')));
  await popup.until(`!document.getElementById('open').hidden`);
  await popup.click('#open');
  await browser.page(APP);
  const again = await browser.press(await browser.open(world.host.address('/')));
  await again.says('Nothing has changed');
  await again.close();
  world.host.pages['/'] = LAMPS.replace('13:45', '14:15');
  const later = await browser.press(await browser.open(world.host.address('/')));
  await later.says('has changed since you opened it');
  await later.close();
  const none = await browser.press(await browser.open(world.host.address('/about')));
  await none.says('No timetable was found');
}, ENGINES.filter(([engine]) => engine === 'chromium'));

story('a hostile page reaches nothing of the extension', { '/': '<!doctype html><title>Evil</title><p>09:00 Hello' }, async ({ start, host }) => {
  const browser = await start();
  const page = await browser.open(host.address('/'));
  const own = JSON.stringify(browser.address('index.html'));
  assert.equal(await page.ask(`fetch(${own}).then(() => 'read', () => 'refused')`), 'refused');
  const framed = `new Promise((done) => { const frame = document.createElement('iframe'); frame.src = ${own}; frame.onload = frame.onerror = () => setTimeout(done, 300);
    document.body.append(frame) }).then(() => { try { return String(document.querySelector('iframe').contentDocument?.title ?? '') } catch { return '' } })`;
  assert.equal(await page.ask(framed), '');
  assert.equal(await page.ask(`globalThis.chrome?.runtime?.sendMessage === undefined && globalThis.browser?.runtime === undefined`), true);
});
