// VS Code looks for its run-time modules below lib/vscode: they are this folder's.
import fs from 'node:fs';

const at = new URL('./node_modules/code-server/lib/vscode/node_modules', import.meta.url);
fs.rmSync(at, { recursive: true, force: true });
fs.symlinkSync('../../..', at);
