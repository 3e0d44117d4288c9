import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

const OLDEST = 21;

/** The major version of the Java in a folder, read from its `release` file; 0 if there is none. */
export function versionOf(home: string): number {
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
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    try {
      const java = fs.realpathSync(path.join(folder, name));
      homes.push(path.dirname(path.dirname(java)));
    } catch {
      continue;
    }
  }
  return homes;
}

/** The newest Java of 21 or later, found as the launcher does; undefined if there is none. */
export function findJava(setting: string): string | undefined {
  const named = [setting, process.env.KCONFIG_LS_JAVA_HOME ?? '', process.env.JAVA_HOME ?? ''];
  const homes = [
    ...named.filter(home => home !== ''),
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
  let best: string | undefined;
  let bestVersion = OLDEST - 1;
  for (const home of homes) {
    const version = versionOf(home);
    if (version > bestVersion) {
      best = home;
      bestVersion = version;
    }
  }
  return best && path.join(best, 'bin', process.platform === 'win32' ? 'java.exe' : 'java');
}
