// Milliseconds from the start of a process to its answer to `initialize`: the median of 20 runs of each command, by turns.
// Usage: initialize.mjs [--once] TITLE COMMAND ARG… [-- TITLE COMMAND ARG…]…     --once: one session, ended in order
import { spawn } from 'node:child_process';

const args = process.argv.slice(2);
const rounds = args[0] === '--once' ? (args.shift(), 1) : 20;
const commands = [[]];
for (const arg of args) arg === '--' ? commands.push([]) : commands.at(-1).push(arg);

const frame = message => {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};
const INITIALIZE = frame({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
const END = frame({ method: 'initialized', params: {} }) + frame({ id: 2, method: 'shutdown' }) + frame({ method: 'exit' });

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
      server.removeAllListeners('exit');
      server.stdout.resume();
      server.on('exit', status => (JSON.parse(text).result.capabilities.hoverProvider && !status ? resolve(took) : reject(new Error(`${status} ${text}`))));
      if (rounds === 1) server.stdin.write(END);
      else server.kill('SIGKILL');
    });
    server.on('exit', status => reject(new Error(`${title}: ended with ${status} before it answered ${answer}`)));
    server.stdin.on('error', () => {});
    server.stdin.write(INITIALIZE);
  });
}

const times = new Map(commands.map(([title]) => [title, []]));
for (let round = 0; round < rounds; round++) {
  for (const command of commands) times.get(command[0]).push(await once(command));
}
for (const [title, took] of times) {
  took.sort((a, b) => a - b);
  if (rounds === 1) console.log(`${title}: initialize is answered`);
  else console.log(`${title}: initialize answered after ${Math.round((took[9] + took[10]) / 2)} ms (median of 20, ${Math.round(took[0])} to ${Math.round(took[19])})`);
}
