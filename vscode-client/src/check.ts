import * as vscode from 'vscode';
import { Server } from './server';

/** The command that says what is wrong in the workspace, and shows it. */
export function checkCommand(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand('kconfig.checkWorkspace', async () => {
    if (server.status?.indexing) {
      await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Notification, title: 'Kconfig: reading the files' },
        () => new Promise<void>(done => {
          const waiting = server.onStatus(status => {
            if (!status?.indexing) {
              waiting.dispose();
              done();
            }
          });
        }));
    }
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    const all = vscode.languages.getDiagnostics()
      .flatMap(([, list]) => list.filter(each => each.source === 'kconfig-ls'));
    const count = (severity: vscode.DiagnosticSeverity) => all.filter(each => each.severity === severity).length;
    const projects = server.status?.projects.length ?? 0;
    void vscode.window.showInformationMessage(
      `Kconfig: ${count(vscode.DiagnosticSeverity.Error)} errors and ${count(vscode.DiagnosticSeverity.Warning)} warnings in ${projects} projects.`);
  });
}
