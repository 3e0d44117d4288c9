// Drives a real VS Code with the packed extension: squiggle, Problems, hover, definition, completion,
// an edit that clears the finding, and the output channel.
import assert from 'node:assert/strict';
import { drive } from './vscode.mjs';

const KCONFIG = `mainmenu "Weather station"

config SENSORS
	bool "Sensors"
	help
	  Measures temperature and humidity.

config RADIO
	tristate "Radio"
	depends on SENSORS
	help
	  Sends the values to a gateway.

config ENCRYPTION
	bool "Encrypted messages"
	depends on RADIO
	select CRYPTO_ENGINE
	help
	  Needs a key in the flash.

`;

await drive('ui', { files: { Kconfig: KCONFIG },
  settings: { 'editor.acceptSuggestionOnEnter': 'off', 'editor.acceptSuggestionOnCommitCharacter': false, 'editor.autoIndent': 'none' } }, async ({ open, remote, ws, page, log, shot, command, cursor }) => {
  await open([['openFile', remote(ws + '/Kconfig')]]);
  await page.locator('.monaco-workbench').waitFor({ timeout: 90_000 });
  const editor = page.locator('.editor-instance .monaco-editor').first();
  await editor.locator('.view-line', { hasText: 'CRYPTO_ENGINE' }).waitFor({ timeout: 60_000 });
  await page.locator('#status\\.editor\\.mode', { hasText: 'Kconfig' }).waitFor({ timeout: 30_000 });
  await editor.locator('.squiggly-warning').first().waitFor({ timeout: 60_000 });
  log('squiggle');

  await command('Problems: Focus on Problems View');
  const row = page.locator('.markers-panel-container .monaco-list-row', { hasText: 'CRYPTO_ENGINE' });
  await row.waitFor({ timeout: 30_000 });
  const problem = (await row.innerText()).replace(/\s+/g, ' ');
  log('Problems:', problem);
  assert.match(problem, /not defined.*kconfig-ls.*select-undefined/);

  const token = editor.locator('.view-line', { hasText: 'depends on RADIO' }).locator('span span').last();
  const box = await token.boundingBox();
  const x = box.x + box.width - 12;
  const y = box.y + box.height / 2;
  await page.mouse.move(x, y, { steps: 5 });
  const hover = page.locator('.monaco-hover:not(.hidden) .hover-contents', { hasText: 'Sends the values' }).first();
  await hover.waitFor({ timeout: 20_000 });
  assert.match(await hover.innerText(), /RADIO – tristate[\s\S]*Depends on: SENSORS/);
  log('hover');
  await shot('vscode');

  for (let more = 3; more > 0; more--) { // lenses that come meanwhile move the lines
    const now = await token.boundingBox();
    await page.mouse.click(now.x + now.width - 12, now.y + now.height / 2);
    if (await cursor('Ln 16').waitFor({ timeout: 5000 }).then(() => true, () => false)) break;
    await page.keyboard.press('Escape');
  }
  await cursor('Ln 16').waitFor();
  await page.keyboard.press('F12');
  await cursor(/Ln 8, Col 8/).waitFor({ timeout: 20_000 });
  log('definition');

  await page.keyboard.press('Control+End');
  await cursor('Ln 21').waitFor();
  await page.keyboard.type('config ALARM\nbool "Alarm"\ndepends on SENS', { delay: 25 });
  const suggestion = page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'SENSORS' }).first();
  try {
    await suggestion.waitFor({ timeout: 4000 });
  } catch {
    await page.keyboard.press('Control+Space');
    await suggestion.waitFor({ timeout: 20_000 });
  }
  await shot('completion');
  await page.keyboard.press('Tab');
  await editor.locator('.view-line', { hasText: 'depends on SENSORS' }).nth(1).waitFor();
  log('completion');

  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  await page.keyboard.type('config CRYPTO_ENGINE', { delay: 10 });
  await page.keyboard.press('Escape');
  await page.keyboard.type('\nbool\n', { delay: 10 });
  await row.waitFor({ state: 'detached', timeout: 20_000 });
  await editor.locator('.squiggly-warning').first().waitFor({ state: 'detached', timeout: 20_000 });
  log('the edit cleared the finding');

  await command('Kconfig: Show the output');
  const panel = page.locator('.output-view .monaco-editor').first();
  const lines = panel.locator('.view-line');
  await lines.first().waitFor({ state: 'attached', timeout: 20_000 });
  await panel.click(); // the panel's middle: a single line may scroll away under the pointer
  await page.keyboard.press('Control+Home'); // the channel follows its end, and shows only what fits
  await lines.filter({ hasText: 'server ready' }).first().waitFor({ timeout: 20_000 });
  log('output channel');
});
