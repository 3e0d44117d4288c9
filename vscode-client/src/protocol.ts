// The requests of the server beyond the protocol: server/docs/custom-requests.md.
import { Location, WorkspaceEdit } from 'vscode-languageclient/node';

export interface Project { id: string; name: string; root: string; dialect: string }

export interface Status {
  indexing: boolean;
  files: number;
  projects: Project[];
  active?: string;
  activeBy?: 'request' | 'setting' | 'place' | 'default';
  configuration?: string;
  configurationName?: string;
  values: 'none' | 'pending' | 'ready' | 'failed';
  message?: string;
  version: string;
}

export interface Row {
  node: string;
  kind: 'menu' | 'choice' | 'comment' | 'config' | 'menuconfig';
  prompt: string;
  symbol?: string;
  type?: string;
  value?: string;
  visible?: string;
  shown: boolean;
  hasChildren: boolean;
  location?: Location;
}

export interface Menu { project: string; nodes: Row[] }

export interface Link {
  symbol: string;
  type?: string;
  prompt?: string;
  value?: string;
  condition?: string;
  inherited: boolean;
  location?: Location;
}

export interface Group { relation: string; label: string; count: number; links: Link[] }

export interface SymbolTree {
  project: string;
  symbol: string;
  type: string;
  prompt?: string;
  value?: string;
  explanation?: string;
  location?: Location;
  groups: Group[];
}

export interface Graph {
  project: string;
  symbol: string;
  text: string;
  total: number;
  nodes: { symbol: string; location?: Location }[];
}

export interface Change {
  project: string;
  configuration: string;
  symbol: string;
  from?: string;
  result?: string;
  reached: boolean;
  obstacles: { kind: string; message: string; symbol?: string; location?: Location }[];
  changes: { symbol: string; from?: string; to?: string; prompt: string }[];
  more: number;
  needs: { symbol: string; value: string }[];
  edit?: WorkspaceEdit;
  applied?: boolean;
}

/** What each request takes and gives. */
export interface Requests {
  'kconfig/status': [undefined, Status];
  'kconfig/choose': [{ project?: string; configuration?: string }, Status];
  'kconfig/configurations': [{ project?: string }, { configurations: { uri: string; name: string }[] }];
  'kconfig/menu': [{ node?: string }, Menu];
  'kconfig/menuPath': [{ symbol?: string; textDocument?: { uri: string }; position?: { line: number; character: number } }, Menu];
  'kconfig/menuSearch': [{ query: string; limit?: number }, Menu];
  'kconfig/symbol': [{ symbol: string; relation?: string }, SymbolTree];
  'kconfig/graph': [{ symbol: string; depth?: number; format?: string }, Graph];
  'kconfig/setValue': [{ symbol: string; value?: string; apply?: boolean }, Change];
}
