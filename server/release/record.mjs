// Writes the list of the classes that a session of an editor and the commands load, from which the start-up archive is
// made. The list is the same in each build: one processor, no compiler beside the program, nothing cut off, sorted.
// Usage: record.mjs JAVA MAIN LIST
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [java, main, list] = process.argv.slice(2);
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'kconfig-ls-'));
const tree = path.join(work, 'tree');
fs.cpSync(fileURLToPath(new URL('../../tests/sample', import.meta.url)), tree, { recursive: true });
fs.writeFileSync(path.join(tree, '.config'), 'CONFIG_MISSING=y\n');
const environment = { LC_ALL: 'C.UTF-8', PATH: '/usr/bin:/bin', HOME: work };
const lists = [];
const QUIET = 5000;

function command(...args) {
  const classes = path.join(work, `${lists.length}.classes`);
  lists.push(classes);
  return ['-XX:+UseSerialGC', '-Xss4m', '-XX:ActiveProcessorCount=1', '-Xint', '-Xshare:off', `-XX:DumpLoadedClassList=${classes}`, '-m', main, ...args];
}

function run(...args) {
  const done = spawnSync(java, command(...args), { cwd: tree, env: environment, encoding: 'utf8' });
  if (![0, 1].includes(done.status)) throw new Error(`${args.join(' ')}: ${done.error ?? done.stderr}`);
}

/** A client that asks what an editor asks for an open file, after all that the server does by itself. */
function session() {
  return new Promise((resolve, reject) => {
    const server = spawn(java, command('serve', '--stdio'), { cwd: tree, env: environment, stdio: ['pipe', 'pipe', 'inherit'] });
    const answers = new Map();
    let rest = Buffer.alloc(0);
    let told = () => {};
    const send = message => {
      const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
      server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
      server.stdin.write(body);
    };
    const request = (method, params) => new Promise(answered => {
      const id = answers.size + 1;
      answers.set(id, answered);
      send({ id, method, params });
    });
    const take = message => {
      if (message.id !== undefined && message.method) {
        send({ id: message.id, result: message.method === 'workspace/configuration' ? message.params.items.map(() => null) : null });
      } else if (message.id !== undefined) {
        answers.get(message.id)(message.result);
      } else {
        told(message);
      }
    };
    server.stdout.on('data', data => {
      rest = Buffer.concat([rest, data]);
      for (;;) {
        const end = rest.indexOf('\r\n\r\n');
        if (end < 0) return;
        const length = Number(/Content-Length: (\d+)/i.exec(rest.toString('latin1', 0, end))[1]);
        if (rest.length < end + 4 + length) return;
        const message = JSON.parse(rest.toString('utf8', end + 4, end + 4 + length));
        rest = rest.subarray(end + 4 + length);
        take(message);
      }
    });
    server.on('exit', status => (status === 0 ? resolve() : reject(new Error(`serve ended with ${status}`))));

    const quiet = () => new Promise(done => {
      let timer = setTimeout(done, QUIET);
      told = () => {
        clearTimeout(timer);
        timer = setTimeout(done, QUIET);
      };
    });
    (async () => {
      const uri = pathToFileURL(path.join(tree, 'app/Kconfig')).href;
      const at = { textDocument: { uri }, position: { line: 16, character: 9 } };
      const folder = pathToFileURL(tree).href;
      await request('initialize', {
        processId: process.pid, rootUri: folder, workspaceFolders: [{ uri: folder, name: 'tree' }],
        capabilities: { window: { workDoneProgress: true }, textDocument: { hover: { contentFormat: ['markdown'] } } },
      });
      send({ method: 'initialized', params: {} });
      await quiet();
      send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'kconfig', version: 1, text: fs.readFileSync(path.join(tree, 'app/Kconfig'), 'utf8') } } });
      await quiet();
      for (const method of ['hover', 'definition', 'completion', 'documentHighlight']) await request(`textDocument/${method}`, at);
      for (const method of ['documentSymbol', 'foldingRange', 'codeLens', 'documentLink', 'semanticTokens/full']) {
        await request(`textDocument/${method}`, { textDocument: { uri } });
      }
      const range = { start: at.position, end: at.position };
      await request('textDocument/inlayHint', { textDocument: { uri }, range });
      await request('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [] } });
      await quiet();
      await request('shutdown', undefined);
      send({ method: 'exit' });
    })().catch(reject);
  });
}

run('check', '.');
run('check', '--format', 'json', '.');
run('check', '--config', '.config');
run('format', '--check', '.');
run('symbols', '.');
run('graph', 'RADIO_MESH', '--format', 'svg');
await session();
// what the commands' parser lends to lambdas keeps all of its classes out of an archive, because they are of an old format
const kept = line => !/^(#|@cp )/.test(line) && !/source:/.test(line) && !(line.startsWith('@lambda-proxy') && line.includes('picocli'));
const recorded = lists.flatMap(file => fs.readFileSync(file, 'utf8').split('\n')).filter(kept).map(line => line.replace(/ id: \d+$/, ''));
// which classes of threads are loaded depends on which of two is first: of these take what the runtime's own list has
const ofThreads = line => /^java\/util\/concurrent\//.test(line);
const known = fs.readFileSync(path.join(path.dirname(java), '../lib/classlist'), 'utf8').split('\n').filter(ofThreads);
const lines = [...recorded.filter(line => !ofThreads(line)), ...known];
fs.writeFileSync(list, [...new Set(lines)].filter(line => line !== '').sort().join('\n') + '\n');
fs.rmSync(work, { recursive: true });
