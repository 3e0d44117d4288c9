// Builds the extension and packs it. Usage: package.mjs [--target TARGET]
// Without a target it holds the server's jar, if that has been built, and takes the machine's Java; with one, the runtime
// that server/release/runtime.sh linked for it. The version is the one in pom.xml, or in KCONFIG_LS_VERSION.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

const target = process.argv[2] === '--target' ? process.argv[3] : undefined;
const run = (program, ...args) => {
  const done = spawnSync(program, args, { stdio: 'inherit' });
  if (done.status !== 0) process.exit(done.status ?? 1);
};
const jar = '../server/target/kconfig-ls.jar';
const runtime = `../server/target/runtimes/${target}`;
const version = process.env.KCONFIG_LS_VERSION ?? /<revision>(.*)<\/revision>/.exec(fs.readFileSync('../pom.xml', 'utf8'))[1];

fs.mkdirSync('dist', { recursive: true });
fs.rmSync('dist/kconfig-ls.jar', { force: true });
fs.rmSync('dist/runtime', { recursive: true, force: true });
run('npm', 'run', '--silent', 'build');
if (target) run('cp', '-RL', runtime, 'dist/runtime');
else if (fs.existsSync(jar)) fs.copyFileSync(jar, 'dist/kconfig-ls.jar');
else console.error('package: the server is not built; the extension will need kconfig.server.path');
fs.copyFileSync('../LICENSE', 'LICENSE');
fs.copyFileSync('../server/src/main/resources/kconfig-ls.schema.json', 'dist/kconfig-ls.schema.json');
// A package may hold pictures from the web only, and those of this page are in the project.
fs.writeFileSync('dist/README.md', fs.readFileSync('README.md', 'utf8').replace(/^!\[.*\]\(.*\)\n\n/gm, ''));
run(process.execPath, 'node_modules/@vscode/vsce/vsce', 'package', version.replace(/-.*/, ''), '--no-update-package-json', '--no-git-tag-version',
  '--readme-path', 'dist/README.md', '--no-dependencies', '--allow-missing-repository', ...(target ? ['--target', target] : []),
  '--out', `dist/kconfig-ls${target ? `-${target}` : ''}.vsix`);
fs.rmSync('dist/README.md');
fs.rmSync('dist/runtime', { recursive: true, force: true });
