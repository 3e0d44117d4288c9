import * as vscode from 'vscode';
import { Row } from '../protocol';
import { Server, show } from '../server';
import { label } from '../text';
import { rowItem } from './rowItem';

/** An entry of the menu, below another or at the top. */
export interface MenuItem { row: Row; symbol?: string; id: string; parent?: MenuItem; below?: MenuItem[] }

/** The menu of the active project as a tree, read step by step. */
export class MenuView implements vscode.TreeDataProvider<MenuItem>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<MenuItem>;
  private readonly disposables: vscode.Disposable;
  private top: MenuItem[] | undefined;
  private version = '';
  private onlyShown = false;

  constructor(private readonly server: Server) {
    this.view = vscode.window.createTreeView('kconfig.menu', { treeDataProvider: this, showCollapseAll: true });
    this.disposables = vscode.Disposable.from(
      this.view,
      server.onStatus(status => this.refresh(status?.version ?? '')),
      vscode.commands.registerCommand('kconfig.onlyShown', () => this.filter(true)),
      vscode.commands.registerCommand('kconfig.showAll', () => this.filter(false)),
      vscode.commands.registerCommand('kconfig.searchMenu', () => this.search()),
      vscode.commands.registerCommand('kconfig.revealInMenu', () => this.revealCursor()),
      vscode.commands.registerCommand('kconfig.openEntry', (item: MenuItem) => show(server.location(item.row.location), { preserveFocus: true })));
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private refresh(version: string): void {
    if (version !== this.version) {
      this.version = version;
      this.top = undefined;
      this.view.description = this.server.status?.active;
      this.changed.fire();
    }
  }

  private async filter(onlyShown: boolean): Promise<void> {
    this.onlyShown = onlyShown;
    await vscode.commands.executeCommand('setContext', 'kconfig.onlyShown', onlyShown);
    this.top = undefined;
    this.changed.fire();
  }

  getTreeItem(item: MenuItem): vscode.TreeItem {
    return rowItem(item.row, item.id, item);
  }

  getParent(item: MenuItem): MenuItem | undefined {
    return item.parent;
  }

  async getChildren(item?: MenuItem): Promise<MenuItem[]> {
    const known = item ? item.below : this.top;
    if (known || !this.version) {
      return known ?? [];
    }
    try {
      const menu = await this.server.ask('kconfig/menu', { node: item?.row.node });
      const items = this.items(menu.nodes.filter(row => row.shown || !this.onlyShown), item);
      if (item) {
        item.below = items;
      } else {
        this.top = items;
      }
      return items;
    } catch {
      return []; // a newer menu is on its way
    }
  }

  /** The id of an item outlives edits elsewhere, so that what is open stays open. */
  private items(rows: Row[], parent: MenuItem | undefined): MenuItem[] {
    const seen = new Map<string, number>();
    return rows.map(row => {
      const name = `${parent?.id ?? ''}/${row.symbol ?? `${row.kind} ${row.prompt}`}`;
      const count = seen.get(name) ?? 0;
      seen.set(name, count + 1);
      return { row, symbol: row.symbol, id: count === 0 ? name : `${name}#${count}`, parent };
    });
  }

  /** Shows the entry at the end of a way from the top. */
  private async reveal(path: Row[]): Promise<void> {
    let found: MenuItem | undefined;
    for (const row of path) {
      const next: MenuItem | undefined = (await this.getChildren(found)).find(item => item.row.node === row.node);
      if (!next) {
        break;
      }
      found = next;
    }
    if (found) {
      await this.view.reveal(found, { select: true, focus: true, expand: false });
    }
  }

  private async revealCursor(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor) {
      return;
    }
    const word = editor.document.getText(editor.document.getWordRangeAtPosition(editor.selection.active, /\w+/));
    const place = editor.document.languageId === 'kconfig'
      ? { textDocument: { uri: editor.document.uri.toString() }, position: editor.selection.active }
      : { symbol: word };
    const path = await this.server.tryAsk('kconfig/menuPath', place);
    if (path && path.nodes.length === 0) {
      void vscode.window.showInformationMessage('Kconfig: nothing in the menu belongs to this place: it has no prompt, or is in another project.');
    } else if (path) {
      await this.reveal(path.nodes);
    }
  }

  private async search(): Promise<void> {
    const box = vscode.window.createQuickPick<vscode.QuickPickItem & { row: Row }>();
    box.title = 'Search the menu';
    box.placeholder = 'Part of a name or a prompt';
    let last = 0;
    box.onDidChangeValue(async query => {
      const ticket = ++last;
      const found = await this.server.ask('kconfig/menuSearch', { query }).catch(() => undefined);
      if (found && ticket === last) {
        box.items = found.nodes.map(row => ({
          label: label(row.symbol ?? row.prompt), description: label(row.symbol ? row.prompt : row.kind), detail: undefined, alwaysShow: true, row,
        }));
      }
    });
    box.onDidAccept(async () => {
      const row = box.selectedItems[0]?.row;
      box.hide();
      if (row) {
        const path = await this.server.tryAsk('kconfig/menuPath', row.symbol ? { symbol: row.symbol } : at(row));
        await this.reveal(path?.nodes ?? []);
      }
    });
    box.onDidHide(() => box.dispose());
    box.show();
  }
}

function at(row: Row): { textDocument?: { uri: string }; position?: { line: number; character: number } } {
  return row.location ? { textDocument: { uri: row.location.uri }, position: row.location.range.start } : {};
}
