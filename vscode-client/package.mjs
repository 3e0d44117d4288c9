// Builds the extension and packs it, with the server's jar if that has been built.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

const run = (program, args) => {
  const done = spawnSync(process.execPath, [program, ...args], { stdio: 'inherit' });
  if (done.status !== 0) process.exit(done.status ?? 1);
};
const jar = '../server/target/kconfig-ls.jar';

fs.mkdirSync('dist', { recursive: true });
const built = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);
if (fs.existsSync(jar)) fs.copyFileSync(jar, 'dist/kconfig-ls.jar');
else console.error('package: the server is not built; the extension will need kconfig.server.path');
fs.copyFileSync('../LICENSE', 'LICENSE');
fs.copyFileSync('../server/src/main/resources/kconfig-ls.schema.json', 'dist/kconfig-ls.schema.json');
run('node_modules/@vscode/vsce/vsce', ['package', '--no-dependencies', '--allow-missing-repository', '--out', 'dist/kconfig-ls.vsix']);
