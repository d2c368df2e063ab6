// Chromium with an extension that is really loaded, over the pipe of its DevTools protocol: no driver presses the button of an extension.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { Page, eventually } from './waiting.mjs';

const BROWSER = process.env.CHROME ?? '/usr/bin/chromium';
const IS_POPUP = /\/popup\.html$/;
const ARGUMENTS = [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--hide-scrollbars', '--remote-debugging-pipe',
  '--enable-unsafe-extension-debugging', '--disable-background-networking', '--disable-component-update', '--window-size=1000,900',
  // Every host of the tests is this machine.
  '--host-resolver-rules=MAP *.test 127.0.0.1',
];

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

  /// Loads an extension; it is known by the place where it is.
  async load(folder) {
    this.folder = folder;
    await this.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: this.downloads });
    this.extension = (await this.send('Extensions.loadUnpacked', { path: folder })).id;
  }

  async targets(type) {
    return (await this.send('Target.getTargets', type && { filter: [{ type }] })).targetInfos;
  }

  /// The page whose address matches, once it is open.
  async page(matches) {
    const target = await eventually(`a page at ${matches}`, async () => (await this.targets()).find(({ type, url }) => type === 'page' && matches.test(url)));
    const { sessionId } = await this.send('Target.attachToTarget', { targetId: target.targetId, flatten: true });
    return this.lastPage = new Tab(this, sessionId, target.targetId);
  }

  /// Opens an address in a tab of its own.
  async open(address) {
    const { targetId } = await this.send('Target.createTarget', { url: address });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const page = this.lastPage = new Tab(this, sessionId, targetId);
    await page.until(`document.readyState === 'complete' && location.href !== 'about:blank'`);
    return page;
  }

  /// The address of a page of the extension.
  address(path) {
    return `chrome-extension://${this.extension}/${path}`;
  }

  /// Lets the extension read a site: as if a person had agreed, since no test can answer the browser's question. The extension starts again.
  async switchOn(pattern) {
    const file = `${this.folder}/manifest.json`, manifest = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify({ ...manifest, host_permissions: [pattern] }));
    await this.load(this.folder);
    const own = await this.open(this.address('extension/popup.html'));
    await own.until('chrome.scripting.getRegisteredContentScripts().then(({ length }) => length > 0)');
  }

  /// Presses the button of the extension while this page is in front; returns its window.
  async press({ target }) {
    await this.send('Target.activateTarget', { targetId: target });
    // One that closes itself would be taken for the new one.
    await eventually('no window is below the button', async () => !(await this.targets()).some(({ url }) => IS_POPUP.test(url)));
    const address = (await this.targets()).find(({ targetId }) => targetId === target).url;
    const tab = (await this.targets('tab')).find(({ url }) => url === address);
    await this.send('Extensions.triggerAction', { id: this.extension, targetId: tab.targetId });
    return this.page(IS_POPUP);
  }

  /// Like a laptop that runs out of battery.
  async kill() {
    if (this.#process.signalCode) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await ended;
  }
}

class Tab extends Page {
  constructor(browser, session, target) {
    super();
    Object.assign(this, { browser, session, target });
  }

  async ask(script) {
    const { result, exceptionDetails } = await this.browser.send('Runtime.evaluate', { expression: script, awaitPromise: true, returnByValue: true }, this.session);
    if (exceptionDetails) throw new Error(`${script}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return result.value;
  }

  async clickAt(x, y) {
    for (const type of ['mousePressed', 'mouseReleased']) {
      await this.browser.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 }, this.session);
    }
  }

  inFront() {
    return this.browser.send('Target.activateTarget', { targetId: this.target });
  }

  /// Closes the window below the button.
  async close() {
    await this.browser.send('Target.closeTarget', { targetId: this.target });
    await eventually('the window is closed', async () => !(await this.browser.targets()).some(({ targetId }) => targetId === this.target));
  }

  navigate(address) {
    return this.browser.send('Page.navigate', { url: address }, this.session);
  }

  async photograph(file) {
    const { data } = await this.browser.send('Page.captureScreenshot', {}, this.session);
    await writeFile(file, Buffer.from(data, 'base64'));
  }
}
