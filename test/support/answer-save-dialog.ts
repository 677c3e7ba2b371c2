import type { LaunchedApp } from './launch-app'

/** Answers the system's save dialogs from now on, which no test can press: with this path, or null as if closed. */
export async function answerSaveDialog(app: LaunchedApp, filePath: string | null): Promise<void> {
  await app.electron.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: path === null, filePath: path ?? '' })
  }, filePath)
}
