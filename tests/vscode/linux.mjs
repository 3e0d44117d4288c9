// What a new user does with Linux 6.1 in a real VS Code without a Java: restricted mode, hover, definition, Problems, the menu,
// the graph, a defconfig, another architecture, trust; and what time and memory that takes. TREE is the kernel's tree, which is
// copied; VSIX the package with a runtime.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { drive } from './vscode.mjs';

const programs = fs.mkdtempSync(path.join(os.tmpdir(), 'programs-'));
process.on('exit', () => fs.rmSync(programs, { recursive: true, force: true }));
for (const folder of new Set(['/usr/bin', '/bin'].map(each => fs.realpathSync(each)))) {
  for (const name of fs.readdirSync(folder)) {
    if (!/^(java|javac|jlink)$/.test(name)) fs.symlinkSync(path.join(folder, name), path.join(programs, name));
  }
}
const env = { PATH: programs, JAVA_HOME: undefined, KCONFIG_LS_JAVA_HOME: undefined };
assert.notEqual(spawnSync('sh', ['-c', 'command -v java'], { env: { PATH: programs } }).status, 0, 'a Java is on the PATH');

const resident = id => Math.round(Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${id}/status`, 'utf8'))[1]) / 1024);

/** When the server first told what is wrong with a file, and when it had the whole index: milliseconds after its start. */
const firstTold = async file => {
  const recorded = fs.readdirSync(process.env.KCONFIG_LS_RECORD).map(name => path.join(process.env.KCONFIG_LS_RECORD, name));
  const newest = recorded.sort((a, b) => fs.statSync(a).mtimeMs - fs.statSync(b).mtimeMs).at(-1);
  for (let tries = 0; tries < 60; tries++) { // the status is told before the index is published
    const lines = fs.readFileSync(newest, 'utf8').split('\n').slice(0, -1).map(line => JSON.parse(line));
    const told = lines.find(({ message }) => message.method === 'textDocument/publishDiagnostics' && message.params.uri.endsWith(file));
    const indexed = lines.find(({ message }) => message.method === '$/progress' && message.params.value.kind === 'end');
    if (told && indexed) return { findings: told.message.params.diagnostics.length, told: told.millis, indexed: indexed.millis };
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  throw new Error(`nothing was told of ${file}, or the index does not end, in ${newest}`);
};

await drive('linux', {
  folder: process.env.TREE,
  files: { '.vscode/settings.json': JSON.stringify({ 'kconfig.allowShell': true, 'kconfig.env': { CC: 'gcc', LD: 'ld' } }) },
  env, webviews: true, trustDisabled: false,
  settings: { 'security.workspace.trust.startupPrompt': 'always', 'editor.acceptSuggestionOnEnter': 'off',
    'editor.acceptSuggestionOnCommitCharacter': false, 'editor.minimap.enabled': false },
}, async ({ open, remote, ws, server, page, log, shot, command, pick, answer, goTo, cursor, item, view, sideBar, graph }) => {
  const editor = page.locator('.editor-instance .monaco-editor').first();
  const line = text => editor.locator('.view-line', { hasText: text });
  const start = Date.now();
  await open([['openFile', remote(ws + '/drivers/usb/Kconfig')]]);
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.filter({ hasText: 'trust' }).waitFor({ timeout: 90_000 });
  await dialog.getByText(/No, I don't trust/).click();
  await dialog.waitFor({ state: 'hidden' });
  await line('USB device configuration').first().waitFor({ timeout: 60_000 });
  const shown = Date.now();
  await item.filter({ hasText: 'x86' }).waitFor({ timeout: 90_000 });
  log(`index ready ${Date.now() - shown} ms after the file was shown, ${Date.now() - start} ms after the page was asked for`);
  if (process.env.KCONFIG_LS_RECORD) {
    const { findings, told, indexed } = await firstTold('/drivers/usb/Kconfig');
    log(`${findings} findings of the open file ${told} ms after the server's start, the index of all architectures after ${indexed} ms`);
  }
  assert.match(server().line, /runtime\/bin\/java/);
  log(`${resident(server().id)} MB resident: ${server().line}`);
  await shot('restricted');

  await goTo('init/Kconfig', ':394:16');
  await cursor('Ln 394').waitFor({ timeout: 20_000 });
  const hoverOf = async text => {
    const hover = page.locator('.monaco-hover:not(.hidden) .hover-contents', { hasText: text }).first();
    for (let more = 3; ; more--) { // lenses that come meanwhile move the lines, which closes a hover
      await command('Show or Focus Hover');
      try {
        await hover.waitFor({ timeout: 8000 });
        return await hover.innerText({ timeout: 2000 });
      } catch (e) {
        if (more === 0) throw e;
        await page.keyboard.press('Escape');
      }
    }
  };
  assert.match(await hoverOf('System V IPC'), /SYSVIPC – bool[\s\S]*Inter Process Communication/);
  await shot('hover');
  log('hover in init/Kconfig');

  await goTo('drivers/usb/storage/Kconfig', ':11:14');
  await cursor('Ln 11').waitFor({ timeout: 20_000 });
  await page.keyboard.press('F12');
  await page.locator('.tab.active', { hasText: 'Kconfig' }).filter({ hasText: 'scsi' }).or(page.locator('.monaco-breadcrumbs', { hasText: 'scsi' })).first().waitFor({ timeout: 20_000 });
  await line('config SCSI').first().waitFor();
  await shot('definition');
  log('definition in drivers/');

  await command('Problems: Focus on Problems View');
  const problem = page.locator('.markers-panel-container .monaco-list-row .marker-message').first();
  await problem.waitFor({ timeout: 30_000 });
  log('Problems:', (await page.locator('.markers-panel-container .monaco-list-row').allInnerTexts()).slice(0, 3).join(' | ').replace(/\s+/g, ' '));
  await shot('problems');
  await command('View: Toggle Panel Visibility');

  await command('Kconfig: Choose architecture and configuration');
  await pick('x86');
  await pick('x86_64_defconfig');
  await item.filter({ hasText: 'x86_64_defconfig' }).waitFor({ timeout: 30_000 });
  await sideBar();
  const menu = view('Menu');
  await menu.filter({ hasText: '= y  64BIT' }).waitFor({ timeout: 30_000 });
  await goTo('drivers/usb/storage/Kconfig', ':9:10');
  await cursor('Ln 9').waitFor({ timeout: 20_000 });
  await command('Kconfig: Reveal in the menu');
  await page.locator('.pane .monaco-list-row.selected', { hasText: '= y  USB_STORAGE' }).first().waitFor({ timeout: 20_000 });
  await shot('menu');
  log('an entry revealed in the menu');

  await command('Kconfig: Show dependency graph');
  await answer('USB_STORAGE');
  const node = graph().locator('.node[data-symbol="SCSI"]');
  await node.waitFor({ timeout: 30_000 });
  await shot('graph');
  await node.click();
  await line('config SCSI').first().waitFor({ timeout: 20_000 });
  log('a click in the graph');
  await command('View: Close All Editor');

  await command('Kconfig: Explain symbol');
  await answer('HZ');
  await page.locator('.pane .monaco-list-row', { hasText: '1000' }).first().waitFor({ timeout: 20_000 });

  await goTo('arch/x86/configs/x86_64_defconfig', ':1:1');
  await cursor('Ln 1, Col 1').waitFor({ timeout: 20_000 });
  await page.keyboard.type('CONFIG_USB_AC=y\n', { delay: 25 });
  await page.keyboard.press('Escape');
  const wrong = editor.locator('.squiggly-warning, .squiggly-error, .squiggly-info').first();
  await wrong.waitFor({ timeout: 20_000 });
  await shot('defconfig-finding');
  const before = await editor.locator('.cdr[class*="squiggly"]').count();
  await goTo('arch/x86/configs/x86_64_defconfig', ':1:14');
  await cursor('Ln 1, Col 14').waitFor({ timeout: 20_000 });
  await page.keyboard.press('Control+Space');
  const suggestion = page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'USB_ACM' }).first();
  await suggestion.waitFor({ timeout: 20_000 });
  await shot('defconfig-completion');
  await page.keyboard.press('Tab');
  await line('CONFIG_USB_ACM=y').waitFor({ timeout: 20_000 });
  await page.waitForFunction(
    most => document.querySelectorAll('.editor-instance .cdr[class*="squiggly"]').length < most, before, { timeout: 20_000 });
  await shot('defconfig');
  log('a defconfig completed, and its finding gone');

  await command('Kconfig: Choose architecture and configuration');
  await pick('arm64');
  await pick('defconfig');
  await item.filter({ hasText: 'arm64' }).waitFor({ timeout: 30_000 });
  await page.locator('.pane .monaco-list-row', { hasText: '250' }).first().waitFor({ timeout: 30_000 });
  await shot('arm64');
  log('the values of another architecture');

  await command('Kconfig: Explain symbol');
  await answer('CC_IS_GCC');
  const row = page.locator('.pane .monaco-list-row', { hasText: 'no prompt' }).first();
  await row.waitFor({ timeout: 20_000 });
  assert.doesNotMatch(await row.innerText(), /= y/, 'commands were run without trust');
  await shot('untrusted');
  await command('Workspaces: Manage Workspace Trust');
  await page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).first().click({ timeout: 20_000 });
  await page.locator('.pane .monaco-list-row', { hasText: 'CC_IS_GCC = y' }).or(row.filter({ hasText: 'y' })).first().waitFor({ timeout: 60_000 });
  await shot('trusted');
  log('with trust the commands of the tree have their say:', (await row.innerText()).replace(/\s+/g, ' '));
  log(`${resident(server().id)} MB resident at the end`);

  // what the documentation shows
  await command('View: Close All Editors');
  await goTo('drivers/usb/storage/Kconfig', ':9:10');
  await cursor('Ln 9').waitFor({ timeout: 20_000 });
  await command('Kconfig: Reveal in the menu');
  await page.locator('.pane .monaco-list-row.selected', { hasText: '= y  USB_STORAGE' }).first().waitFor({ timeout: 20_000 });
  await line('= y needs USB_SUPPORT').first().waitFor({ timeout: 20_000 });
  await shot('picture-menu');
  await goTo('init/Kconfig', ':1168:16');
  await cursor('Ln 1168').waitFor({ timeout: 20_000 });
  await hoverOf('Enable bpf() system call');
  await page.waitForTimeout(500); // it fades in
  await shot('picture-hover');
  await page.keyboard.press('Escape');
  await command('View: Close All Editors');
  await command('Kconfig: Show dependency graph');
  await answer('USB_ACM');
  await graph().locator('.node[data-symbol="TTY"]').waitFor({ timeout: 30_000 });
  await shot('picture-graph');
});
