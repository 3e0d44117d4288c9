// What an archive holds of others, from the list of components (CycloneDX) that the build writes.
// Usage: third-party.mjs SBOM                      prints name, version and licence of each component
//        third-party.mjs --runtime FOLDER SBOM     prints the list with the Java runtime added
import fs from 'node:fs';
import path from 'node:path';

const runtime = process.argv[2] === '--runtime' ? process.argv[3] : undefined;
const sbom = JSON.parse(fs.readFileSync(process.argv.at(-1), 'utf8'));
if (runtime) {
  const release = fs.readFileSync(path.join(runtime, 'release'), 'utf8');
  const value = key => new RegExp(`^${key}="?([^"\n]*)`, 'm').exec(release)?.[1] ?? '';
  sbom.components.push({
    type: 'platform',
    'bom-ref': 'java-runtime',
    name: 'OpenJDK runtime',
    version: value('JAVA_VERSION'),
    licenses: [{ expression: 'GPL-2.0-only WITH Classpath-exception-2.0' }],
    properties: [{ name: 'modules', value: value('MODULES') }, { name: 'target', value: value('KCONFIG_LS_TARGET') }],
  });
  console.log(JSON.stringify(sbom, undefined, 2));
} else {
  console.log('kconfig-ls holds these libraries, unchanged; a Java runtime has its own licences in runtime/legal.\n');
  for (const { group, name, version, licenses = [] } of sbom.components.filter(c => c.group !== 'kconfigls')) {
    const licence = licenses.map(l => l.expression ?? l.license?.id ?? l.license?.name).join(' or ');
    console.log(`${group}:${name} ${version}: ${licence}`);
  }
}
