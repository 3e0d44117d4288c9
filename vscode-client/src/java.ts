import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

const OLDEST = 21;
const SERVE = ['serve', '--stdio'];
// the machine's own log would stand on stdout, in the midst of the protocol
const FLAGS = ['-XX:+UseSerialGC', '-Xss4m', '-Xms32m', '-Xmn24m', '-Xmx2g', '-XX:SoftRefLRUPolicyMSPerMB=0',
  '-XX:MinHeapFreeRatio=5', '-XX:MaxHeapFreeRatio=15', '-Xlog:disable',
  // what Java says of a crash goes to the output channel, not into a file in the workspace
  '-XX:+ErrorFileToStderr', '-XX:-DumpReplayDataOnError', '-XX:-CreateCoredumpOnCrash', '-XX:-PrintWarnings', '-XX:-UsePerfData'];

/** The major version of the Java in a folder, read from its `release` file; 0 if there is none. */
function versionOf(home: string): number {
  try {
    const release = fs.readFileSync(path.join(home, 'release'), 'utf8');
    return Number(/^JAVA_VERSION="(\d+)/m.exec(release)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function below(folder: string, inner = ''): string[] {
  try {
    return fs.readdirSync(folder).map(name => path.join(folder, name, inner));
  } catch {
    return [];
  }
}

function onPath(): string[] {
  const name = process.platform === 'win32' ? 'java.exe' : 'java';
  const homes: string[] = [];
  // what is relative would lie in the workspace
  for (const folder of (process.env.PATH ?? '').split(path.delimiter).filter(path.isAbsolute)) {
    try {
      const java = fs.realpathSync(path.join(folder, name));
      homes.push(path.dirname(path.dirname(java)));
    } catch {
      continue;
    }
  }
  return homes;
}

/** The folders where the launcher looks for a Java, too. */
function homes(setting: string): string[] {
  return [
    ...[setting, process.env.KCONFIG_LS_JAVA_HOME ?? '', process.env.JAVA_HOME ?? ''].filter(home => home !== ''),
    ...onPath(),
    ...below('/usr/lib/jvm'),
    ...below('/usr/java'),
    ...below('/opt/java'),
    ...below('/opt'),
    ...below(path.join(os.homedir(), '.sdkman/candidates/java')),
    ...below(path.join(os.homedir(), '.jdks')),
    ...below('/Library/Java/JavaVirtualMachines', 'Contents/Home'),
    ...below('C:\\Program Files\\Java'),
    ...below('C:\\Program Files\\Eclipse Adoptium'),
  ];
}

/** The newest Java of some folders; version 0 if there is none. */
function newest(folders: string[]): { home: string; version: number } {
  let best = { home: '', version: 0 };
  for (const home of folders) {
    const version = versionOf(home);
    if (version > best.version) {
      best = { home, version };
    }
  }
  return best;
}

/** A command that starts the server, with what may help if it does not; or why there is none. */
export type Start = { command: string; args: string[]; options: { env: NodeJS.ProcessEnv }; hint: string } | { problem: string };

/**
 * The environment for Java, which reads names of files as the locale says: as ASCII where none is named, or one that is
 * not installed. The server gives the programs that it starts the user's LC_ALL again.
 */
function environment(): NodeJS.ProcessEnv {
  const { LC_ALL, LC_CTYPE, LANG } = process.env;
  const charmap = spawnSync('locale', ['charmap'], { encoding: 'utf8' });
  const encoding = charmap.status === 0 ? charmap.stdout : LC_ALL || LC_CTYPE || LANG || 'C';
  return process.platform === 'win32' || /utf-?8\s*$/i.test(encoding)
    ? process.env
    : { ...process.env, KCONFIG_LS_LC_ALL: LC_ALL ?? '', LC_ALL: 'C.UTF-8' };
}

/** Starts the server with the runtime in this extension's folder, else with the machine's Java. */
export function javaStart(extension: string, setting: string, places = homes(setting)): Start {
  const executable = process.platform === 'win32' ? 'java.exe' : 'java';
  const bundled = path.join(extension, 'dist', 'runtime', 'bin', executable);
  if (fs.existsSync(bundled)) {
    return {
      command: bundled,
      args: [...FLAGS, '-m', 'kconfigls/kconfigls.cli.Main', ...SERVE],
      options: { env: environment() },
      hint: 'Install this extension once more, or its package without a runtime, which takes the Java of the machine.',
    };
  }
  const jar = path.join(extension, 'dist', 'kconfig-ls.jar');
  if (!fs.existsSync(jar)) {
    return { problem: 'This extension holds no server: set kconfig.server.path to a kconfig-ls launcher.' };
  }
  const named = { home: setting, version: versionOf(setting) };
  const { home, version } = named.version >= OLDEST ? named : newest(places);
  if (version < OLDEST) {
    const found = version === 0 ? 'none was found' : `the newest one found is ${version}, in ${home}`;
    return {
      problem: `The Kconfig language server needs Java ${OLDEST} or newer, and ${found}. `
        + 'Install one, set kconfig.server.javaHome, or install the package of this extension for your platform.',
    };
  }
  return {
    command: path.join(home, 'bin', executable),
    args: [...FLAGS, '-jar', jar, ...SERVE],
    options: { env: environment() },
    hint: 'Set kconfig.server.javaHome to another Java.',
  };
}
