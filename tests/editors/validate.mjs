// Checks that each message of recorded sessions (kconfig-ls serve --record FILE) fits the protocol's own type definitions: the messages become
// typed constants, and TypeScript's compiler judges them. Usage: node validate.mjs NODE_MODULES RECORD...
// NODE_MODULES holds the packages typescript and vscode-languageserver-protocol.
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const [modules, ...records] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), 'x.js'));
const ts = require('typescript');
const protocol = require('vscode-languageserver-protocol/node');

/** The exported name of each method's type. */
const names = new Map();
for (const [name, value] of Object.entries(protocol)) {
  if (value?.type?.method && !names.has(value.type.method)) {
    names.set(value.type.method, name);
  }
}
// what is of a layer below has no such type
const BELOW = {
  '$/cancelRequest': '{ id: number | string }',
  '$/progress': '{ token: number | string, value: unknown }',
  '$/setTrace': 'lsp.SetTraceParams',
  '$/logTrace': 'lsp.LogTraceParams',
};

// those of this server stand in the client: server/docs/custom-requests.md
const own = readFileSync(new URL('../../vscode-client/src/protocol.ts', import.meta.url), 'utf8')
  .replace("'vscode-languageclient/node'", "'vscode-languageserver-protocol'");
const OWN = 'kconfig/';

// TypeScript's number for "Object literal may only specify known properties"
const UNKNOWN_PROPERTY = 2353;

const lines = [
  "import * as lsp from 'vscode-languageserver-protocol';",
  "import * as own from './own.js';",
  'type Params<T> = T extends lsp.ProtocolRequestType<infer P, any, any, any, any> ? P : T extends lsp.ProtocolNotificationType<infer P, any> ? P : null | undefined;',
  'type Given<R> = [R] extends [void] ? null : R;',
  'type Result<T> = T extends lsp.ProtocolRequestType<any, infer R, any, any, any> ? Given<R> : T extends lsp.ProtocolRequestType0<infer R, any, any, any> ? Given<R> : never;',
];
const origins = [];
const problems = [];
const methods = new Map();

function check(type, value, origin) {
  lines.push(`const m${lines.length}: ${type} = ${JSON.stringify(value ?? null)};`);
  origins[lines.length - 1] = origin;
}

for (const file of records) {
  const pending = { client: new Map(), server: new Map() };
  readFileSync(file, 'utf8').trim().split('\n').forEach((line, index) => {
    const { from, message } = JSON.parse(line);
    const origin = `${file}:${index + 1}: ${from}: `;
    if (message.jsonrpc !== '2.0') {
      problems.push(`${origin}no version of JSON-RPC`);
    }
    if (message.method) {
      methods.set(message.method, (methods.get(message.method) ?? 0) + 1);
      const name = names.get(message.method);
      if (message.id !== undefined) {
        pending[from].set(String(message.id), message.method);
      }
      if (BELOW[message.method]) {
        check(BELOW[message.method], message.params, `${origin}${message.method}`);
      } else if (name) {
        check(`Params<typeof lsp.${name}.type>`, message.params, `${origin}${message.method}`);
      } else if (message.method.startsWith(OWN) && message.params !== undefined) {
        const type = message.id === undefined ? 'own.Status' : `own.Requests['${message.method}'][0]`;
        check(type, message.params, `${origin}${message.method}`);
      } else if (!message.method.startsWith('$/') && !message.method.startsWith(OWN)) {
        problems.push(`${origin}the protocol has no method ${message.method}`);
      }
    } else {
      const asked = pending[from === 'client' ? 'server' : 'client'];
      const method = asked.get(String(message.id));
      asked.delete(String(message.id));
      if (!method) {
        problems.push(`${origin}an answer to nothing: ${message.id}`);
      } else if (message.error) {
        check('{ code: number, message: string, data?: unknown }', message.error, `${origin}error of ${method}`);
      } else if (names.has(method)) {
        check(`Result<typeof lsp.${names.get(method)}.type>`, message.result, `${origin}result of ${method}`);
      } else if (method.startsWith(OWN)) {
        check(`own.Requests['${method}'][1]`, message.result, `${origin}result of ${method}`);
      }
    }
  });
}

const folder = mkdtempSync(join(tmpdir(), 'kconfig-ls-'));
try {
  symlinkSync(resolve(modules), join(folder, 'node_modules'));
  const source = join(folder, 'messages.ts');
  writeFileSync(join(folder, 'own.ts'), own);
  writeFileSync(source, lines.join('\n') + '\n');
  const program = ts.createProgram([source], {
    strict: true, noEmit: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext,
  });
  for (const diagnostic of ts.getPreEmitDiagnostics(program)) {
    const line = diagnostic.file?.fileName.endsWith('messages.ts') ? diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start).line : -1;
    if (diagnostic.code === UNKNOWN_PROPERTY && origins[line]?.includes(': client: ')) {
      continue; // a client may say more than the protocol knows
    }
    problems.push(`${origins[line] ?? diagnostic.file?.fileName}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
problems.forEach((problem) => console.error(problem));
console.log(`${origins.filter(Boolean).length} messages of ${records.length} sessions, ${methods.size} methods, ${problems.length} that do not fit the protocol`);
process.exit(problems.length > 0 ? 1 : 0);
