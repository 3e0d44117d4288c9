import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { buildSync } from 'esbuild';

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'kconfig-ls '));
const module = path.join(work, 'java.mjs');
buildSync({ entryPoints: ['src/java.ts'], bundle: true, platform: 'node', format: 'esm', outfile: module });
const { javaStart } = await import(module);

function extension(...files) {
  const folder = fs.mkdtempSync(path.join(work, 'extension '));
  for (const file of files) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), '');
  }
  return folder;
}

function java(version) {
  const home = fs.mkdtempSync(path.join(work, 'java '));
  fs.writeFileSync(path.join(home, 'release'), `JAVA_VERSION="${version}"\n`);
  return home;
}

test('the runtime in the extension comes first', () => {
  const folder = extension('dist/runtime/bin/java', 'dist/runtime/bin/java.exe', 'dist/kconfig-ls.jar');
  const start = javaStart(folder, java('99.0.1'));
  assert.equal(path.dirname(start.command), path.join(folder, 'dist/runtime/bin'));
  assert.deepEqual(start.args.slice(-4), ['-m', 'kconfigls/kconfigls.cli.Main', 'serve', '--stdio']);
});

test('without a runtime the newest Java starts the jar', () => {
  const folder = extension('dist/kconfig-ls.jar');
  const home = java('99.0.1');
  const start = javaStart(folder, home);
  assert.equal(path.dirname(start.command), path.join(home, 'bin'));
  assert.deepEqual(start.args.slice(-4), ['-jar', path.join(folder, 'dist/kconfig-ls.jar'), 'serve', '--stdio']);
});

test('a Java that is too old, and none, are told with the next step', () => {
  const folder = extension('dist/kconfig-ls.jar');
  const home = java('17.0.1');
  assert.match(javaStart(folder, home, [home]).problem, /needs Java 21 or newer, and the newest one found is 17, in .*Install one/);
  assert.match(javaStart(folder, '', []).problem, /and none was found.*kconfig\.server\.javaHome/);
  assert.match(javaStart(extension(), '').problem, /holds no server: set kconfig\.server\.path/);
});

test('names of files are in UTF-8 where there is no locale, or one that is not installed', () => {
  const before = { ...process.env };
  const environment = () => javaStart(extension('dist/runtime/bin/java', 'dist/runtime/bin/java.exe'), '').options.env;
  try {
    for (const name of ['LC_ALL', 'LC_CTYPE', 'LANG']) delete process.env[name];
    assert.deepEqual([environment().LC_ALL, environment().KCONFIG_LS_LC_ALL], ['C.UTF-8', '']);
    process.env.LC_ALL = 'C';
    assert.deepEqual([environment().LC_ALL, environment().KCONFIG_LS_LC_ALL], ['C.UTF-8', 'C']);
    process.env.LC_ALL = 'C.UTF-8';
    assert.deepEqual([environment().LC_ALL, environment().KCONFIG_LS_LC_ALL], ['C.UTF-8', undefined]);
    // no machine has this locale
    process.env.LC_ALL = 'xx_XX.UTF-8';
    assert.deepEqual([environment().LC_ALL, environment().KCONFIG_LS_LC_ALL], ['C.UTF-8', 'xx_XX.UTF-8']);
  } finally {
    Object.assign(process.env, before);
  }
});

test('a Java that the PATH names from the current folder is not taken', () => {
  const folder = extension('dist/kconfig-ls.jar');
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'kconfig-ls '));
  fs.mkdirSync(path.join(work, 'bin'));
  fs.writeFileSync(path.join(work, 'bin/java'), '');
  fs.writeFileSync(path.join(work, 'release'), 'JAVA_VERSION="999"\n');
  const before = { path: process.env.PATH, folder: process.cwd() };
  try {
    process.chdir(work);
    process.env.PATH = `bin${path.delimiter}.${path.delimiter}${before.path}`;
    assert.doesNotMatch(JSON.stringify(javaStart(folder, '')), /999|kconfig-ls [A-Za-z0-9]+.bin.java/);
    process.env.PATH = path.join(work, 'bin');
    assert.match(javaStart(folder, '').command, /bin.java/);
  } finally {
    process.chdir(before.folder);
    process.env.PATH = before.path;
    fs.rmSync(work, { recursive: true });
  }
});

test('Java writes no file into the workspace when it crashes', () => {
  const { args } = javaStart(extension('dist/runtime/bin/java', 'dist/runtime/bin/java.exe'), '');
  for (const flag of ['-XX:+ErrorFileToStderr', '-XX:-CreateCoredumpOnCrash', '-XX:-DumpReplayDataOnError']) assert.ok(args.includes(flag), flag);
});
