// Chromium with an extension that is really loaded, over the pipe of its DevTools protocol: no driver presses the button of an extension.

import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';

const BROWSER = process.env.CHROME ?? '/usr/bin/chromium';
const PATIENCE = 60_000;
const PAUSE = 100;
const ARGUMENTS = [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--hide-scrollbars', '--remote-debugging-pipe',
  '--enable-unsafe-extension-debugging', '--disable-background-networking', '--disable-component-update', '--window-size=1000,900',
  // Every host of the tests is this machine.
  '--host-resolver-rules=MAP *.test 127.0.0.1',
];

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/// Asks again until there is an answer.
export async function eventually(what, ask) {
  const end = Date.now() + PATIENCE;
  for (let last; ; await pause(PAUSE)) {
    const answer = await ask().catch((error) => { last = error; });
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`, { cause: last });
  }
}

export class Chromium {
  #process;
  #last = 0;
  #open = new Map();

  /// Opens a browser with what the profile remembers. The language is the one of the browser and of pages.
  static start(profile, downloads, language = 'en-US') {
    return new Chromium([...ARGUMENTS, `--user-data-dir=${profile}`, `--lang=${language}`, `--accept-lang=${language}`], downloads, language);
  }

  constructor(options, downloads, language) {
    this.downloads = downloads;
    const env = { ...process.env, LANGUAGE: language.replace('-', '_'), TZ: 'America/New_York' };
    this.#process = spawn(BROWSER, [...options, 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], env });
    let said = '';
    this.#process.stdio[4].on('data', (piece) => {
      const messages = (said + piece).split('\0');
      said = messages.pop();
      for (const { id, result, error } of messages.map((message) => JSON.parse(message))) this.#open.get(id)?.(error, result);
    });
    this.#process.stdio[3].on('error', () => undefined);
  }

  send(method, params = {}, sessionId = undefined) {
    return new Promise((done, fail) => {
      const id = ++this.#last;
      this.#open.set(id, (error, result) => error ? fail(new Error(`${method}: ${error.message}`)) : done(result));
      this.#process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  async load(folder) {
    this.extension = (await this.send('Extensions.loadUnpacked', { path: folder })).id;
  }

  async targets(type) {
    return (await this.send('Target.getTargets', type && { filter: [{ type }] })).targetInfos;
  }

  /// The page whose address matches, once it is open.
  async page(matches) {
    const target = await eventually(`a page at ${matches}`, async () => (await this.targets()).find(({ type, url }) => type === 'page' && matches.test(url)));
    const { sessionId } = await this.send('Target.attachToTarget', { targetId: target.targetId, flatten: true });
    return new Page(this, sessionId, target.targetId);
  }

  /// Opens an address in a tab of its own.
  async open(address) {
    const { targetId } = await this.send('Target.createTarget', { url: address });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new Page(this, sessionId, targetId);
    await page.until(`document.readyState === 'complete' && location.href !== 'about:blank'`);
    return page;
  }

  /// Presses the button of the extension while this page is in front; returns its window.
  async press({ target }) {
    await this.send('Target.activateTarget', { targetId: target });
    const address = (await this.targets()).find(({ targetId }) => targetId === target).url;
    const tab = (await this.targets('tab')).find(({ url }) => url === address);
    await this.send('Extensions.triggerAction', { id: this.extension, targetId: tab.targetId });
    return this.page(/\/popup\.html$/);
  }

  /// Like a laptop that runs out of battery.
  async kill() {
    const ended = new Promise((done) => this.#process.once('exit', done));
    this.#process.kill('SIGKILL');
    await ended;
  }
}

class Page {
  constructor(browser, session, target) {
    Object.assign(this, { browser, session, target });
  }

  async ask(script) {
    const { result, exceptionDetails } = await this.browser.send('Runtime.evaluate', { expression: script, awaitPromise: true, returnByValue: true }, this.session);
    if (exceptionDetails) throw new Error(`${script}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return result.value;
  }

  until(script) {
    return eventually(script, () => this.ask(script));
  }

  says(words) {
    return this.until(`document.body.innerText.includes(${JSON.stringify(words)})`);
  }

  /// Clicks where the first element is that matches, as a mouse does.
  async click(selector) {
    const place = `(() => { const at = document.querySelector(${JSON.stringify(selector)}); at?.scrollIntoView({ block: 'center' });
      const box = at?.getBoundingClientRect(); return box?.width ? [box.x + box.width / 2, box.y + box.height / 2] : null })()`;
    const [x, y] = await this.until(place);
    await this.clickAt(x, y);
  }

  async clickAt(x, y) {
    for (const type of ['mousePressed', 'mouseReleased']) {
      await this.browser.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 }, this.session);
    }
  }

  async goTo(address) {
    await this.ask('window.isOld = true');
    await this.browser.send('Page.navigate', { url: address }, this.session);
    await this.until(`!window.isOld && document.readyState === 'complete'`);
  }

  async photograph(file) {
    const { data } = await this.browser.send('Page.captureScreenshot', {}, this.session);
    await writeFile(file, Buffer.from(data, 'base64'));
  }
}
