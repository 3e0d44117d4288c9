import * as vscode from 'vscode';
import { checkCommand } from './check';
import { chooseCommand } from './choose';
import { Server } from './server';
import { setValueCommand } from './setValue';
import { statusItem } from './status';
import { GraphView } from './views/graphView';
import { MenuView } from './views/menuView';
import { SymbolView } from './views/symbolView';

/** All that the client shows by itself; each part is there whether a server runs or not. */
export function registerFeatures(context: vscode.ExtensionContext, server: Server): void {
  context.subscriptions.push(
    statusItem(server),
    chooseCommand(context, server),
    checkCommand(server),
    setValueCommand(server),
    new MenuView(server),
    new SymbolView(server),
    new GraphView(server));
}
