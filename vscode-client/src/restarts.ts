import type { CancellationToken } from 'vscode';
import {
  CloseAction, CloseHandlerResult, ConnectionError, ErrorAction, ErrorHandler, ErrorHandlerResult, LanguageClient, MessageSignature,
} from 'vscode-languageclient/node';

const MOST = 4;
const WITHIN = 3 * 60_000;

/** Starts the server again after a crash, each time a bit later; one that has never answered is not tried again. */
export class Restarts implements ErrorHandler {
  private answered = false;
  private crashes: number[] = [];

  /** The server has answered, so that what ends it from now on is a crash. */
  ready(): void {
    this.answered = true;
  }

  error(): ErrorHandlerResult {
    return { action: ErrorAction.Continue };
  }

  async closed(): Promise<CloseHandlerResult> {
    if (!this.answered) {
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    const now = Date.now();
    this.crashes = [...this.crashes.filter(time => now - time < WITHIN), now];
    if (this.crashes.length > MOST) {
      return {
        action: CloseAction.DoNotRestart,
        message: `The Kconfig language server ended ${this.crashes.length} times in three minutes and is not started again. `
          + 'The output says why; the command "Kconfig: Restart the server" tries once more.',
      };
    }
    await new Promise(resolve => setTimeout(resolve, 250 * 2 ** this.crashes.length));
    return { action: CloseAction.Restart };
  }
}

/** A client that leaves it to its owner to tell that the server did not start, and to the restarts that it ended. */
export class Client extends LanguageClient {
  override async start(): Promise<void> {
    await super.start();
    // if the server ends at once, the promise may be kept all the same
    if (!this.initializeResult) {
      throw new Error('it ended before it answered');
    }
  }

  override error(message: string, data?: unknown, showNotification?: boolean | 'force'): void {
    super.error(message, data, this.initializeResult ? showNotification : false);
  }

  /** A request that meets no server is not answered; that it ended is told once, not for each. */
  override handleFailedRequest<T>(type: MessageSignature, token: CancellationToken | undefined, error: unknown, defaultValue: T, showNotification?: boolean): T {
    return error instanceof ConnectionError ? defaultValue : super.handleFailedRequest(type, token, error, defaultValue, showNotification);
  }
}
