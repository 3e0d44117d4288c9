import * as vscode from 'vscode';
import { Status } from './protocol';
import { Server } from './server';
import { label } from './text';

const MENU: [string, string][] = [
  ['$(list-selection) Choose architecture and configuration…', 'kconfig.choose'],
  ['$(search) Search the menu…', 'kconfig.searchMenu'],
  ['$(checklist) Check the workspace', 'kconfig.checkWorkspace'],
  ['$(output) Show the output', 'kconfig.showOutput'],
  ['$(debug-restart) Restart the server', 'kconfig.restart'],
];

/** The item in the status bar: what is read, and which project and configuration count. */
export function statusItem(server: Server): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('kconfig.status', vscode.StatusBarAlignment.Left, 10);
  item.name = 'Kconfig';
  item.command = 'kconfig.showMenu';
  const show = (status: Status | undefined) => {
    item.text = text(status);
    item.tooltip = tooltip(status);
    item.backgroundColor =
      status?.values === 'failed' ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    item.show();
  };
  show(server.status);
  return vscode.Disposable.from(
    item,
    server.onStatus(show),
    vscode.commands.registerCommand('kconfig.showMenu', async () => {
      const picked = await vscode.window.showQuickPick(
        MENU.map(([text, command]) => ({ label: text, command })), { title: 'Kconfig' });
      if (picked) {
        await vscode.commands.executeCommand(picked.command);
      }
    }));
}

function text(status: Status | undefined): string {
  if (!status) {
    return '$(circle-slash) Kconfig';
  }
  if (status.indexing) {
    return `$(sync~spin) Kconfig: ${status.files} files`;
  }
  if (!status.active) {
    return '$(circle-slash) Kconfig: no project';
  }
  const icon = status.values === 'pending' ? 'sync~spin' : status.values === 'failed' ? 'warning' : 'settings';
  return `$(${icon}) ${label(status.active)}${status.configurationName ? ` · ${label(short(status.configurationName))}` : ''}`;
}

function short(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

function tooltip(status: Status | undefined): string {
  if (!status) {
    return 'The Kconfig language server does not run.';
  }
  if (status.indexing) {
    return 'Reading the Kconfig files of the workspace.';
  }
  if (!status.active) {
    return 'No Kconfig project was found in this workspace. Set kconfig.root if its root file has an unusual name.';
  }
  const dialect = status.projects.find(project => project.id === status.active)?.dialect;
  const lines = [`Project: ${status.active} (${dialect}), one of ${status.projects.length}; ${status.files} files`];
  lines.push(status.configurationName
    ? `Configuration: ${status.configurationName}` : 'No configuration is chosen, so no values are shown.');
  if (status.message) {
    lines.push(status.message);
  }
  return lines.join('\n');
}
