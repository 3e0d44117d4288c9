import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { buildSync } from 'esbuild';

const module = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'kconfig-ls ')), 'text.mjs');
buildSync({ entryPoints: ['src/text.ts'], bundle: true, platform: 'node', format: 'esm', outfile: module });
const { label, plain } = await import(module);

test('a notification has no links', () => {
  assert.equal(plain('set [x](command:evil) and [y] (z)'), 'set [x] (command:evil) and [y] (z)');
});

test('a label has no icons, and macros stay', () => {
  assert.equal(label('$(alert) $(sync~spin) $(shell,date) FOO'), '\\$(alert) \\$(sync~spin) $(shell,date) FOO');
});

test('nothing in the client trusts Markdown or HTML', () => {
  for (const file of fs.readdirSync('src', { recursive: true }).filter(name => name.endsWith('.ts'))) {
    assert.doesNotMatch(fs.readFileSync(path.join('src', file), 'utf8'), /(?<!workspace\.)isTrusted|supportHtml|supportThemeIcons|innerHTML/, file);
  }
});
