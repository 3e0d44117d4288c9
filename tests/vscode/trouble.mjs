// What goes wrong in a real VS Code: a server that crashes once, and again and again; a folder whose name asks for trouble; a
// launcher that is none.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { drive } from './vscode.mjs';

await drive('trouble', {
  workspace: `it's "here" – gänz Ωeit`,
  files: { Kconfig: 'config RADIO\n\tbool "Radio"\n\tdepends on NOWHERE\n', 'configs/board_defconfig': 'CONFIG_RADIO=y\n' },
}, async ({ open, remote, ws, root, page, log, shot, command, pick, item, server }) => {
  await open([['openFile', remote(ws + '/Kconfig')]]);
  await page.locator('.editor-instance .squiggly-warning').first().waitFor({ timeout: 90_000 });
  await command('Kconfig: Choose architecture and configuration');
  await pick('board_defconfig');
  await item.filter({ hasText: 'board_defconfig' }).waitFor({ timeout: 20_000 });
  log('a folder whose name has blanks, quotes and other letters');

  /** Ends the server; returns the one that was started in its place, if it was within some seconds. */
  async function crash(seconds) {
    const { id } = server();
    process.kill(id, 'SIGKILL');
    for (const end = Date.now() + 1000 * seconds; Date.now() < end;) {
      await page.waitForTimeout(200);
      const next = server();
      if (next && next.id !== id) return next;
    }
    return undefined;
  }
  assert.ok(await crash(20), 'the server was not started again');
  await page.locator('.editor-instance .squiggly-warning').first().waitFor({ timeout: 30_000 });
  await item.filter({ hasText: 'board_defconfig' }).waitFor({ timeout: 30_000 });
  log('after a crash there is a new server, which knows the configuration that was chosen');

  /** A message of ours; this VS Code for tests shows them only in the list of them all. */
  const message = text => page.locator('.notifications-center .notification-list-item', { hasText: text });
  async function told(text) {
    await page.locator('.monaco-alert', { hasText: text }).first().waitFor({ state: 'attached', timeout: 20_000 });
    await command('Notifications: Show Notifications');
    await message(text).waitFor({ timeout: 20_000 });
  }

  for (let crashes = 2; crashes < 5; crashes++) {
    await page.waitForTimeout(3000); // a server that has not answered yet is not a crash but one that does not start
    const start = Date.now();
    assert.ok(await crash(30), `the server was not started again after crash ${crashes}`);
    log(`crash ${crashes}: a new server after ${Date.now() - start} ms`);
  }
  await page.waitForTimeout(3000);
  process.kill(server().id, 'SIGKILL');
  await told('ended 5 times in three minutes');
  assert.equal(await message('Request textDocument/').count(), 0, 'requests that met no server are told one by one');
  await shot('crashes');
  await message('ended 5 times').getByText('Go to output').click();
  await page.locator('.output-view').waitFor({ timeout: 20_000 });
  await item.filter({ hasText: 'Kconfig' }).waitFor();
  await command('Kconfig: Restart the server');
  await item.filter({ hasText: 'board_defconfig' }).waitFor({ timeout: 30_000 });
  assert.equal(server() !== undefined, true);
  log('after five crashes a message leads to the output, and a command starts the server');

  const settings = path.join(root, 'server/data/Machine/settings.json');
  fs.mkdirSync(path.dirname(settings), { recursive: true });
  fs.writeFileSync(settings, JSON.stringify({ 'kconfig.server.path': '/nowhere/kconfig-ls' }));
  await page.waitForTimeout(3000);
  await command('Kconfig: Restart the server');
  await told('It was started by kconfig.server.path');
  await shot('launcher');
  log('a launcher that is none');
});
