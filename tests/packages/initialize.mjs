// Milliseconds from the start of a process to its answer to `initialize`: the median of 20 runs of each command, by turns.
// Usage: initialize.mjs [--once] TITLE COMMAND ARG… [-- TITLE COMMAND ARG…]…     --once: only checks that it answers
import { spawn } from 'node:child_process';

const args = process.argv.slice(2);
const rounds = args[0] === '--once' ? (args.shift(), 1) : 20;
const commands = [[]];
for (const arg of args) arg === '--' ? commands.push([]) : commands.at(-1).push(arg);

const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });

function once([title, command, ...rest]) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const server = spawn(command, rest, { stdio: ['pipe', 'pipe', 'inherit'] });
    let answer = '';
    server.on('error', reject);
    server.stdout.on('data', data => {
      answer += data;
      const text = answer.split('\r\n\r\n')[1];
      if (text === undefined || Buffer.byteLength(text) < Number(/Content-Length: (\d+)/.exec(answer)[1])) return;
      const took = performance.now() - start;
      server.stdout.removeAllListeners('data');
      server.on('exit', () => (JSON.parse(text).result.capabilities.hoverProvider ? resolve(took) : reject(new Error(text))));
      server.kill('SIGKILL');
    });
    server.on('exit', status => reject(new Error(`${title}: ended with ${status} before it answered ${answer}`)));
    server.stdin.on('error', () => {});
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  });
}

const times = new Map(commands.map(([title]) => [title, []]));
for (let round = 0; round < rounds; round++) {
  for (const command of commands) times.get(command[0]).push(await once(command));
}
for (const [title, took] of times) {
  took.sort((a, b) => a - b);
  if (rounds > 1) console.log(`${title}: initialize answered after ${Math.round((took[9] + took[10]) / 2)} ms (median of 20, ${Math.round(took[0])} to ${Math.round(took[19])})`);
}
