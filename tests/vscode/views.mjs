// Drives the views of the packed extension in a real VS Code: the status item, the menu with values, the symbol view,
// the graph with a click in it, and a value that is set. Environment: VSIX, OUT, KEEP=1.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { startVSCode } from './vscode.mjs';

const OUT = path.resolve(process.env.OUT ?? 'out-views');
const VSIX = path.resolve(process.env.VSIX ?? '../../vscode-client/dist/kconfig-ls.vsix');
const KCONFIG = `mainmenu "Weather station"

config SENSORS
	bool "Sensors"
	default y

menu "Networking"

config RADIO
	bool "Radio <&> more"
	depends on SENSORS
	select CRC

config GATEWAY
	bool "Gateway"
	depends on RADIO

endmenu

config CRC
	bool
`;
const vs = await startVSCode({ out: OUT, vsix: VSIX, webviews: true,
  files: { Kconfig: KCONFIG, 'configs/board_defconfig': '# CONFIG_RADIO is not set\n' } });
const { page, log, shot } = vs;
let ok = false;

/** What moves the focus at the same moment closes the list of commands: then once more. */
async function command(name, more = 2) {
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.keyboard.press('F1');
  try {
    await page.locator('.quick-input-widget input').first().fill('>Kconfig: ' + name, { timeout: 4000 });
    await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor({ timeout: 10_000 });
  } catch (e) {
    if (more === 0) throw e;
    return command(name, more - 1);
  }
  await page.keyboard.press('Enter');
}

async function pick(text) {
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  await row.waitFor({ timeout: 20_000 });
  await row.click();
}

async function type(text) {
  const input = page.locator('.quick-input-widget input').first();
  await input.waitFor();
  await input.fill(text);
  await page.keyboard.press('Enter');
}

const tree = name => page.locator('.pane', { has: page.locator('.pane-header', { hasText: name }) }).locator('.monaco-list-row');

try {
  await vs.open([['openFile', vs.remote(vs.ws + '/Kconfig')]]);
  const editor = page.locator('.editor-instance .monaco-editor').first();
  await editor.locator('.view-line', { hasText: 'config GATEWAY' }).waitFor({ timeout: 90_000 });
  const item = page.locator('#kconfig-ls\\.kconfig-ls\\.kconfig\\.status, [id*="kconfig.status"]').first();
  await item.waitFor({ timeout: 60_000 });

  await page.locator('.activitybar .action-item', { has: page.locator('[aria-label^="Kconfig"]') }).click();
  const menu = tree('Menu');
  await menu.filter({ hasText: 'Networking' }).waitFor({ timeout: 60_000 });
  await command('Choose architecture and configuration');
  await pick('board_defconfig');
  await item.filter({ hasText: 'board_defconfig' }).waitFor({ timeout: 20_000 });
  await menu.filter({ hasText: '= y  SENSORS' }).waitFor({ timeout: 20_000 });
  await menu.filter({ hasText: 'Networking' }).locator('.monaco-tl-twistie').click();
  await menu.filter({ hasText: '= n  RADIO' }).waitFor({ timeout: 20_000 });
  log('menu with values');
  await command('Show only what is visible');
  await menu.filter({ hasText: 'GATEWAY' }).waitFor({ state: 'detached', timeout: 20_000 });
  log('filter');

  await command('Search the menu');
  await page.locator('.quick-input-widget input').first().fill('radi');
  await pick('Radio <&> more');
  await page.locator('.monaco-list-row.selected', { hasText: 'RADIO' }).first().waitFor({ timeout: 20_000 });
  log('search and reveal');

  await command('Explain symbol');
  await type('RADIO');
  await page.locator('.pane', { hasText: 'selects' }).locator('.monaco-list-row', { hasText: 'CRC' }).first().waitFor({ timeout: 20_000 });
  log('symbol view');
  await shot('views');

  await command('Show dependency graph');
  await type('RADIO');
  const outer = page.frameLocator('iframe.webview').last();
  const graph = outer.frameLocator('#active-frame');
  const node = graph.locator('.node[data-symbol="CRC"]');
  await node.waitFor({ timeout: 30_000 });
  assert.match(await graph.locator('.node.centre').textContent(), /Radio <&> more/);
  await shot('graph');
  await node.click();
  await page.locator('#status\\.editor\\.selection', { hasText: 'Ln 20' }).waitFor({ timeout: 20_000 });
  log('graph: a click leads to the definition');

  await command('Set value');
  await type('RADIO');
  await pick('y');
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.waitFor({ timeout: 20_000 });
  assert.match(await dialog.innerText(), /RADIO: n → y[\s\S]*CRC n → y/);
  await shot('value');
  await dialog.getByText('Change the file').click();
  await menu.filter({ hasText: '= y  RADIO' }).waitFor({ timeout: 20_000 });
  await menu.filter({ hasText: 'RADIO' }).locator('.monaco-tl-twistie').click();
  await menu.filter({ hasText: '= n  GATEWAY' }).waitFor({ timeout: 20_000 });
  log('a value is set, and what it allows is shown');
  await shot('after');
  ok = true;
} catch (e) {
  log('FAIL', e.stack);
  await shot('fail').catch(() => {});
  fs.writeFileSync(path.join(OUT, 'fail.html'), await page.content().catch(() => ''));
} finally {
  await vs.stop(!!process.env.KEEP);
  log(ok ? 'PASS' : 'FAIL');
}
process.exit(ok ? 0 : 1);
