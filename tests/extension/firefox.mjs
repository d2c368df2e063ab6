// Firefox with an extension that is really loaded: WebDriver, and scripts of the browser itself for what is not in a page.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Page, eventually } from './waiting.mjs';

const DRIVER = process.env.GECKODRIVER;
const ID = 'companion@siganpyo.app';
const NUMBER = '6f0e3c1a-7c55-4d5e-9f3b-2b8a4b6d9c10';
const IS_POPUP = '/extension/popup.html';

export const isHere = Boolean(DRIVER);

export class Firefox {
  static async start(profile, downloads, language = 'en-US') {
    await mkdir(profile, { recursive: true });
    const browser = Object.assign(new Firefox(), { downloads });
    browser.process = spawn(DRIVER, ['--port', '0', '--websocket-port', '0', '--allow-system-access'], {
      stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, TZ: 'America/New_York' },
    });
    for await (const line of createInterface({ input: browser.process.stdout })) {
      browser.port = /Listening on 127\.0\.0\.1:(\d+)/.exec(line)?.[1];
      if (browser.port) break;
    }
    const prefs = {
      'intl.accept_languages': language,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'toolkit.startup.max_resumed_crashes': -1,
      // Every host of the tests is this machine.
      'network.dns.localDomains': 'lamps.test',
      // Otherwise Firefox asks, and no test can answer.
      'extensions.webextOptionalPermissionPrompts': false,
      // Firefox forgets a temporary extension with the process. Loaded again it is the same one, with what it keeps.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      'extensions.webextensions.uuids': JSON.stringify({ [ID]: NUMBER }),
    };
    const options = { args: ['-headless', '-profile', profile, '-width', '1000', '-height', '900'], prefs };
    const capabilities = { alwaysMatch: { browserName: 'firefox', 'moz:firefoxOptions': options } };
    const begun = browser.ask('POST', '/session', { capabilities });
    const { sessionId, capabilities: got } = await begun.catch((error) => { browser.process.kill(); throw error; });
    return Object.assign(browser, { session: `/session/${sessionId}`, pid: got['moz:processID'] });
  }

  async ask(method, path, body = undefined) {
    const answer = await fetch(`http://127.0.0.1:${this.port}${path}`, { method, headers: { 'content-type': 'application/json' }, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value.message}`);
    return value;
  }

  command(path, body) {
    return this.ask(body ? 'POST' : 'GET', `${this.session}/${path}`, body);
  }

  /// Runs a script of the browser itself, which calls its last argument with the answer.
  async inBrowser(script, ...args) {
    await this.command('moz/context', { context: 'chrome' });
    try {
      return await this.command('execute/async', { script, args });
    } finally {
      await this.command('moz/context', { context: 'content' });
    }
  }

  async load(folder) {
    await this.command('moz/addon/install', { path: folder, temporary: true });
    this.extension = await this.inBrowser(`arguments[1](WebExtensionPolicy.getByID(arguments[0]).mozExtensionHostname)`, ID);
  }

  address(path) {
    return `moz-extension://${this.extension}/${path}`;
  }

  async page(matches) {
    return eventually(`a page at ${matches}`, async () => {
      for (const handle of await this.command('window/handles')) {
        await this.command('window', { handle });
        if (matches.test(await this.command('url'))) return this.lastPage = new Tab(this, handle);
      }
      return null;
    });
  }

  async open(address) {
    const { handle } = await this.command('window/new', { type: 'tab' });
    await this.command('window', { handle });
    await this.command('url', { url: address });
    return this.lastPage = new Tab(this, handle);
  }

  async switchOn(pattern) {
    const script = `const [id, pattern, done] = arguments;
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      ExtensionPermissions.add(id, { permissions: [], origins: [pattern] }, WebExtensionPolicy.getByID(id).extension).then(() => done(true))`;
    await this.inBrowser(script, ID, pattern);
  }

  /// Waits until there is no window below the button. One that closes itself is there for a moment longer, and pressing the button then only
  /// closes it.
  async windowIsGone() {
    const script = `const [path, done] = arguments;
      done(![...document.querySelectorAll('browser')].some(({ currentURI }) => currentURI?.spec.endsWith(path)))`;
    await eventually('no window is below the button', () => this.inBrowser(script, IS_POPUP));
  }

  async press(page) {
    await page.inFront();
    await this.windowIsGone();
    const script = `const [id, done] = arguments;
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      ExtensionParent.apiManager.global.browserActionFor(WebExtensionPolicy.getByID(id).extension).triggerAction(window);
      done(true)`;
    await this.inBrowser(script, ID);
    const popup = new Popup(this);
    await popup.until(`document.readyState === 'complete'`);
    return popup;
  }

  async kill() {
    if (this.process.signalCode) return;
    const ended = once(this.process, 'exit');
    try { process.kill(this.pid, 'SIGKILL'); } catch { /* it has ended */ }
    this.process.kill('SIGKILL');
    await ended;
  }
}

class Tab extends Page {
  constructor(browser, handle) {
    super();
    Object.assign(this, { browser, handle });
  }

  inFront() {
    return this.browser.command('window', { handle: this.handle });
  }

  async ask(script) {
    await this.inFront();
    const asked = `const done = arguments[0]; Promise.resolve(${script}).then((value) => done({ value }), (error) => done({ error: String(error) }))`;
    const { value, error } = await this.browser.command('execute/async', { script: asked, args: [] });
    if (error) throw new Error(`${script}: ${error}`);
    return value;
  }

  async clickAt(x, y) {
    await this.inFront();
    const actions = [{ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
    await this.browser.command('actions', { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] });
  }

  async navigate(address) {
    await this.inFront();
    await this.browser.command('url', { url: address });
  }

  async photograph(file) {
    await this.inFront();
    await writeFile(file, Buffer.from(await this.browser.command('screenshot'), 'base64'));
  }
}

/// The window below the button, in which WebDriver has no place.
class Popup extends Page {
  constructor(browser) {
    super();
    this.browser = browser;
  }

  ask(script) {
    const asked = `const [path, script, done] = arguments;
      const popup = [...document.querySelectorAll('browser')].find(({ currentURI }) => currentURI?.spec.endsWith(path));
      if (!popup) return done(null);
      const { messageManager } = popup;
      const answered = ({ data }) => { messageManager.removeMessageListener('answer', answered); done(data) };
      messageManager.addMessageListener('answer', answered);
      messageManager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(script), false)`;
    const body = `{ const document = content.document; sendAsyncMessage('answer', (() => { try { return (${script}) ?? null } catch { return null } })()) }`;
    return this.browser.inBrowser(asked, IS_POPUP, body);
  }

  async click(selector) {
    await this.until(`Boolean(document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect().width)`);
    await this.ask(`document.querySelector(${JSON.stringify(selector)}).click()`);
  }

  async close() {
    const script = `const [path, done] = arguments;
      const popup = [...document.querySelectorAll('browser')].find(({ currentURI }) => currentURI?.spec.endsWith(path));
      popup?.closest('panel').hidePopup();
      done(!popup)`;
    await eventually('the window is closed', () => this.browser.inBrowser(script, IS_POPUP));
  }

  async photograph() { /* WebDriver sees no such windows */ }
}
