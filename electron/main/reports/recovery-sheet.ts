import { BrowserWindow } from 'electron'

/** Opens the system's print dialog with the recovery sheet. The code lives in a page in memory and goes with it. */
export async function printRecoverySheet(recoveryCode: string, title: string, explanation: string): Promise<boolean> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  })
  try {
    await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(sheet(recoveryCode, title, explanation))}`)
    return await new Promise<boolean>((resolve) => {
      window.webContents.print({ silent: false }, (success) => {
        resolve(success)
      })
    })
  } finally {
    window.destroy()
  }
}

function sheet(recoveryCode: string, title: string, explanation: string): string {
  return `<!doctype html><title>${escapeHtml(title)}</title>
<body style="font:16pt serif;margin:25mm"><h1 style="font-size:22pt">${escapeHtml(title)}</h1>
<p>${escapeHtml(explanation)}</p>
<p style="font:20pt monospace;border:1pt solid;padding:6mm;word-spacing:2mm">${escapeHtml(recoveryCode)}</p></body>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`)
}
