// A hostile folder in a real VS Code: first in restricted mode, then trusted.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { drive } from './vscode.mjs';

const KCONFIG = `config RAN
	def_bool $(shell,touch $RAN; echo y)

config INSIDE
	bool "Inside"

config BESIDE
	bool "Beside"
	depends on INSIDE

source "../outside/Kconfig"
source "link"
source "$(FROM_ENV)/Kconfig.env"
`;
const OUTSIDE = ['Kconfig', 'Kconfig.link'];

await drive('trust', {
  trustDisabled: false,
  files: {
    Kconfig: KCONFIG,
    '.kconfig-ls.json': JSON.stringify({ env: { FROM_ENV: 'inner' }, rules: { 'missing-help': 'error' } }),
    'inner/Kconfig.env': 'config NAMED_BY_ENV\n\tbool\n',
    '.vscode/settings.json': JSON.stringify({ 'kconfig.allowShell': true, 'kconfig.server.path': '/bin/false', 'kconfig.configuration': '../outside/config' }),
    ...Object.fromEntries(OUTSIDE.map(name => [`../outside/${name}`, `config OUTSIDE\n\tbool\n`])),
  },
  settings: { 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never' },
}, async ({ open, remote, ws, root, page, log, shot, command, cursor, server }) => {
  const ran = path.join(root, 'ran');
  fs.writeFileSync(path.join(ws, 'Kconfig'), KCONFIG.replace('$RAN', ran));
  fs.symlinkSync('../outside/Kconfig.link', path.join(ws, 'link'));
  const outside = OUTSIDE.map(name => path.join(root, 'outside', name));
  const long = new Date(2001, 1, 1); // older than the file, so that the next read moves it
  outside.forEach(file => fs.utimesSync(file, long, fs.statSync(file).mtime));
  const read = () => outside.filter(file => fs.statSync(file).atimeMs !== long.getTime());

  await open([['openFile', remote(ws + '/Kconfig')]]);
  const restricted = page.locator('.statusbar-item', { hasText: 'Restricted Mode' });
  await restricted.waitFor({ timeout: 90_000 });
  const editor = page.locator('.editor-instance .monaco-editor').first();
  await editor.locator('.squiggly-error').first().waitFor({ timeout: 90_000 });
  const line = editor.locator('.view-line', { hasText: 'depends on INSIDE' }).locator('span span').last();
  const box = await line.boundingBox();
  await page.mouse.click(box.x + box.width - 12, box.y + box.height / 2);
  await page.keyboard.press('F12');
  await cursor(/Ln 4, Col 8/).waitFor({ timeout: 20_000 });
  log('restricted: findings and definition');

  await command('Notifications: Show Notifications');
  const message = text => page.locator('.notifications-center .notification-list-item', { hasText: text });
  await message("ignored until you trust the folder: 'env'").waitFor({ timeout: 20_000 });
  await message('ignored until you trust the folder: kconfig.configuration, kconfig.allowShell').waitFor();
  assert.equal(await message('ignored until').count(), 2);
  await shot('restricted');
  await command('Problems: Focus on Problems View');
  const problems = page.locator('.markers-panel-container .monaco-list-row');
  await problems.filter({ hasText: 'is not read' }).first().waitFor({ timeout: 20_000 });
  await problems.filter({ hasText: 'FROM_ENV' }).first().waitFor({ timeout: 20_000 });
  assert.deepEqual(read(), []);
  assert.ok(!fs.existsSync(ran), 'a command of an untrusted folder ran');
  const before = server().id;
  log('restricted: the messages are there, nothing ran, nothing outside was read');

  await restricted.click();
  await page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click({ timeout: 20_000 });
  await restricted.waitFor({ state: 'detached', timeout: 20_000 });
  await problems.filter({ hasText: 'FROM_ENV' }).first().waitFor({ state: 'detached', timeout: 30_000 });
  for (const end = Date.now() + 20_000; !fs.existsSync(ran) && Date.now() < end;) await page.waitForTimeout(200);
  assert.ok(fs.existsSync(ran), 'the command of a trusted folder did not run');
  assert.equal(server().id, before, 'the server was started again');
  log('trusted: the settings count, in the same server');
});
