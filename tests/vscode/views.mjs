// Drives the views of the packed extension in a real VS Code: the status item, the menu with values, the symbol view,
// the graph with a click in it, and a value that is set.
import assert from 'node:assert/strict';
import { drive } from './vscode.mjs';

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
await drive('views', { webviews: true,
  files: { Kconfig: KCONFIG, 'configs/board_defconfig': '# CONFIG_RADIO is not set\n' } }, async ({ open, remote, ws, page, log, shot, command, pick, answer, cursor, item, view, sideBar, graph }) => {
  await open([['openFile', remote(ws + '/Kconfig')]]);
  const editor = page.locator('.editor-instance .monaco-editor').first();
  await editor.locator('.view-line', { hasText: 'config GATEWAY' }).waitFor({ timeout: 90_000 });
  await item.waitFor({ timeout: 60_000 });

  await sideBar();
  const menu = view('Menu');
  await menu.filter({ hasText: 'Networking' }).waitFor({ timeout: 60_000 });
  await command('Kconfig: Choose architecture and configuration');
  await pick('board_defconfig');
  await item.filter({ hasText: 'board_defconfig' }).waitFor({ timeout: 20_000 });
  await menu.filter({ hasText: '= y  SENSORS' }).waitFor({ timeout: 20_000 });
  await menu.filter({ hasText: 'Networking' }).locator('.monaco-tl-twistie').click();
  await menu.filter({ hasText: '= n  RADIO' }).waitFor({ timeout: 20_000 });
  log('menu with values');
  await command('Kconfig: Show only what is visible');
  await menu.filter({ hasText: 'GATEWAY' }).waitFor({ state: 'detached', timeout: 20_000 });
  log('filter');

  await command('Kconfig: Search the menu');
  await page.locator('.quick-input-widget input').first().fill('radi');
  await pick('Radio <&> more');
  await page.locator('.monaco-list-row.selected', { hasText: 'RADIO' }).first().waitFor({ timeout: 20_000 });
  log('search and reveal');

  await command('Kconfig: Explain symbol');
  await answer('RADIO');
  await page.locator('.pane', { hasText: 'selects' }).locator('.monaco-list-row', { hasText: 'CRC' }).first().waitFor({ timeout: 20_000 });
  log('symbol view');
  await shot('views');

  await command('Kconfig: Show dependency graph');
  await answer('RADIO');
  const node = graph().locator('.node[data-symbol="CRC"]');
  await node.waitFor({ timeout: 30_000 });
  assert.match(await graph().locator('.node.centre').textContent(), /Radio <&> more/);
  await shot('graph');
  await node.click();
  await cursor('Ln 20').waitFor({ timeout: 20_000 });
  log('graph: a click leads to the definition');

  await command('Kconfig: Set value');
  await answer('RADIO');
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
});
