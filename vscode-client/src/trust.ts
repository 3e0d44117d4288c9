import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { NotificationType0, type LanguageClient } from 'vscode-languageclient/node';

// a type without params: of a bare name the library makes [null]
const didGrantTrust = new NotificationType0('kconfig/didGrantTrust');

/** What the server is told of the workspace at its start: an untrusted one may not name files, environment or programs. */
export function trustOption(): { trusted: boolean } {
  return { trusted: vscode.workspace.isTrusted };
}

/** The settings that only a trusted workspace may have, as the manifest names them. */
function restricted(context: vscode.ExtensionContext): string[] {
  return context.extension.packageJSON.capabilities.untrustedWorkspaces.restrictedConfigurations;
}

/** The files where a workspace may hold settings. VS Code leaves the restricted ones out of what it tells an extension. */
function settingsFiles(): string[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(folder => path.join(folder.uri.fsPath, '.vscode', 'settings.json'));
  const workspace = vscode.workspace.workspaceFile;
  return workspace?.scheme === 'file' ? [...folders, workspace.fsPath] : folders;
}

/** Which of some settings stand in a text. */
export function namedIn(text: string, settings: string[]): string[] {
  return settings.filter(setting => text.includes(`"${setting}"`));
}

function read(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Tells once which of the workspace's settings VS Code ignores for as long as it is not trusted. */
export function tellIgnored(context: vscode.ExtensionContext): void {
  if (vscode.workspace.isTrusted) {
    return;
  }
  const text = settingsFiles().map(read).join('\n');
  const ignored = namedIn(text, restricted(context));
  if (ignored.length > 0) {
    void vscode.window.showWarningMessage(`Kconfig: ignored until you trust the folder: ${ignored.join(', ')}`, 'Manage trust')
      .then(choice => choice && vscode.commands.executeCommand('workbench.trust.manage'));
  }
}

/** Lets a running server go on with all that it left out, once the user trusts the workspace. */
export function whenTrusted(client: () => LanguageClient | undefined): vscode.Disposable {
  return vscode.workspace.onDidGrantWorkspaceTrust(() => void client()?.sendNotification(didGrantTrust));
}
