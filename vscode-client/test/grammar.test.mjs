import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const require = createRequire(import.meta.url);
const oniguruma = require('vscode-oniguruma');
const { Registry, INITIAL, parseRawGrammar } = require('vscode-textmate');

await oniguruma.loadWASM(fs.readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')).buffer);
const registry = new Registry({
  onigLib: Promise.resolve({
    createOnigScanner: sources => new oniguruma.OnigScanner(sources),
    createOnigString: text => new oniguruma.OnigString(text),
  }),
  loadGrammar: async scope => {
    const file = `syntaxes/${scope.replace('source.', '')}.tmLanguage.json`;
    return parseRawGrammar(fs.readFileSync(file, 'utf8'), file);
  },
});

/** The innermost scope of each word of a text. */
async function scopes(scope, text) {
  const grammar = await registry.loadGrammar(scope);
  const found = {};
  let stack = INITIAL;
  for (const line of text.split('\n')) {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    for (const token of result.tokens) {
      const word = line.slice(token.startIndex, token.endIndex).trim();
      if (word) found[word] = token.scopes.at(-1);
    }
  }
  return found;
}

test('an entry', async () => {
  const found = await scopes('source.kconfig',
    'config FOO\n\tbool "Foo"\n\tdepends on BAR && y\n\tdefault 0x10 if BAZ\n\thelp\n\t  Some words.\n\nmenu "M"\n');
  assert.equal(found.config, 'keyword.control.kconfig');
  assert.equal(found.FOO, 'entity.name.constant.kconfig');
  assert.equal(found.bool, 'storage.type.kconfig');
  assert.equal(found['depends on'], 'keyword.other.kconfig');
  assert.equal(found.BAR, 'variable.other.constant.kconfig');
  assert.equal(found['&&'], 'keyword.operator.kconfig');
  assert.equal(found['0x10'], 'constant.numeric.kconfig');
  assert.equal(found['Some words.'], 'string.unquoted.help.kconfig');
  assert.equal(found.menu, 'keyword.control.kconfig');
});

test('macros and assignments', async () => {
  const found = await scopes('source.kconfig', 'cc-ok = $(shell,true)\nsource "arch/$(ARCH)/Kconfig"');
  assert.equal(found['cc-ok'], 'variable.other.kconfig');
  assert.equal(found.shell, 'support.function.kconfig');
  assert.equal(found.ARCH, 'support.function.kconfig');
});

test('a configuration', async () => {
  const found = await scopes('source.kconfig-config', '# CONFIG_A is not set\nCONFIG_B=y\nCONFIG_C="text"');
  assert.equal(found.CONFIG_A, 'variable.other.constant.kconfig-config');
  assert.equal(found.y, 'constant.language.kconfig-config');
  assert.equal(found.CONFIG_C, 'variable.other.constant.kconfig-config');
});
