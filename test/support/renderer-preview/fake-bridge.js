// Preview only. Runs in the page before anything else; reads window.__preview = { scenario, language, theme, kind }.
;(() => {
  const p = Object.assign({ scenario: 'signed-in', language: 'en', theme: 'light', kind: 'console' }, window.__preview)
  localStorage.setItem('appearance', JSON.stringify({ language: p.language, theme: p.theme }))
  const ok = (value) => ({ ok: true, value })
  const fail = (code, extra = {}) => ({ ok: false, error: { code, message: code, ...extra } })
  const uuid = (n) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
  const DAY = 86_400_000
  const now = Date.now()
  const iso = (ms) => new Date(ms).toISOString().slice(0, 10)
  const adults = [
    { id: uuid(1), name: 'Marta', role: 'owner' },
    { id: uuid(2), name: 'Jonas', role: 'parent' },
  ]
  let children = p.scenario === 'no-child' || p.scenario === 'first-run' ? [] : [
    { id: uuid(11), name: 'Emma', birthDate: '2024-03', animal: 'fox', createdAt: now - 90 * DAY, archivedAt: null },
    { id: uuid(12), name: 'Leo', birthDate: '2021-08-14', animal: 'whale', createdAt: now - 90 * DAY, archivedAt: null },
    { id: uuid(13), name: 'Nora', birthDate: '2019-01', animal: 'owl', createdAt: now - 200 * DAY, archivedAt: now - 20 * DAY },
  ]
  let consents = children.length ? [{ id: uuid(21), childId: uuid(11), purpose: 'listening', textVersion: '2026-11', language: 'en', givenByName: 'Marta', givenAt: now - 60 * DAY, withdrawnAt: null }] : []
  const weekdayHours = [{ startMinute: 420, endMinute: 570 }, { startMinute: 960, endMinute: 1170 }]
  let settings = {
    language: p.language, theme: p.theme, timeZone: 'Europe/Berlin', dayStartMinute: 240, idleLockMinutes: 10,
    listening: { childId: children.length ? uuid(11) : null, deviceName: null, hours: [weekdayHours, weekdayHours, weekdayHours, weekdayHours, weekdayHours, [{ startMinute: 480, endMinute: 1200 }], []] },
  }
  const backups = [
    { name: 'wondernest-2026-11-20-0400.db', createdAt: now - DAY, bytes: 4_300_000 },
    { name: 'wondernest-2026-11-13-0400.db', createdAt: now - 8 * DAY, bytes: 4_100_000 },
  ]
  const STATES = {
    'first-run': { stage: 'first-run' },
    'signed-out': { stage: 'signed-out', adults, retryAt: null },
    'signed-out-wait': { stage: 'signed-out', adults, retryAt: now + 42_000 },
    'vault-locked': { stage: 'vault-locked', keychain: 'entry-missing', retryAt: null },
    'recovery-pending': { stage: 'signed-in', adult: adults[0], recoveryCodePending: true },
  }
  let state = STATES[p.scenario] ?? { stage: 'signed-in', adult: adults[0], recoveryCodePending: false }
  if (p.scenario.startsWith('blocked:')) state = { stage: 'blocked', problem: p.scenario.slice(8), detail: 'SQLITE_CORRUPT: page 12', dataFolder: '/home/marta/.config/WonderNest', backups }
  let status = { state: 'listening', reason: null, childId: uuid(11), pausedUntil: null, since: now - 3_600_000, deviceName: 'Built-in Audio Analog Stereo', restarts: 0 }
  if (p.listening) status = { ...status, ...p.listening }
  if (!children.length) status = { ...status, state: 'off', reason: 'no-child', childId: null }

  // --- speech: a day with morning and evening talk ---------------------------------------------
  const est = (value, spread = 0.22) => ({ value, low: Math.max(0, value * (1 - spread)), high: value * (1 + spread) })
  let seed = 7
  const random = () => ((seed = (seed * 16807) % 2147483647) / 2147483647)
  const ZERO = { KCHI: 0, OCH: 0, FEM: 0, MAL: 0, OLN: 0, ELE: 0, CRY: 0, LAU: 0, NOI: 0, SIL: 0 }
  const zero = () => ({ listenedMs: 0, gapMs: 0, soundMs: { ...ZERO }, adultWords: est(0), childVocalizations: est(0), conversationalTurns: est(0), levelMeanDbfs: null, levelP90Dbfs: null })
  function totals(listenedMs, busy) {
    const w = { KCHI: 0.09 * busy, OCH: 0.05 * busy, FEM: 0.14 * busy, MAL: 0.08 * busy, OLN: 0.03 * busy, ELE: 0.06, CRY: 0.01 * busy, LAU: 0.012 * busy, NOI: 0.12 }
    const soundMs = { ...ZERO }
    let used = 0
    for (const [k, v] of Object.entries(w)) { soundMs[k] = Math.round(listenedMs * v * (0.5 + random())); used += soundMs[k] }
    soundMs.SIL = Math.max(0, listenedMs - used)
    const h = listenedMs / 3_600_000
    return { listenedMs, gapMs: 0, soundMs, adultWords: est(h * 900 * busy * (0.7 + 0.6 * random())), childVocalizations: est(h * 130 * busy * (0.7 + 0.6 * random())), conversationalTurns: est(h * 45 * busy * (0.7 + 0.6 * random()), 0.35), levelMeanDbfs: -38 - 6 * random(), levelP90Dbfs: -27 - 4 * random() }
  }
  function add(list) {
    const sum = zero()
    for (const t of list) {
      sum.listenedMs += t.listenedMs; sum.gapMs += t.gapMs
      for (const k of Object.keys(ZERO)) sum.soundMs[k] += t.soundMs[k]
      for (const m of ['adultWords', 'childVocalizations', 'conversationalTurns']) sum[m] = { value: sum[m].value + t[m].value, low: sum[m].low + t[m].low, high: sum[m].high + t[m].high }
      sum.levelMeanDbfs = t.levelMeanDbfs ?? sum.levelMeanDbfs; sum.levelP90Dbfs = t.levelP90Dbfs ?? sum.levelP90Dbfs
    }
    return sum
  }
  function day(localDay) {
    seed = (Date.parse(localDay) / DAY) % 9973 + 11
    const dayStartsAt = Date.parse(`${localDay}T03:00:00Z`)
    const bins = []
    for (const [from, to] of [[7, 11.5], [13, 14], [15, 19.2]]) for (let m = from * 60; m < to * 60; m += 5) {
      const startedAt = Date.parse(`${localDay}T00:00:00Z`) - 3_600_000 + m * 60_000
      const gap = m === 540 || m === 545
      bins.push({ startedAt, endedAt: startedAt + 300_000, ...(gap ? { ...zero(), gapMs: 300_000 } : totals(300_000, 0.4 + random() * 1.1)) })
    }
    return { childId: uuid(11), localDay, dayStartsAt, dayEndsAt: dayStartsAt + DAY, totals: p.speech === 'none' ? zero() : add(bins), bins: p.speech === 'none' ? [] : bins }
  }
  const dayTotals = (localDay) => { seed = (Date.parse(localDay) / DAY) % 9973 + 29; return p.speech === 'none' ? zero() : totals((5 + 5 * random()) * 3_600_000, 0.6 + random() * 0.7) }
  const daysBetween = (from, to) => { const list = []; for (let t = Date.parse(from); t <= Date.parse(to); t += DAY) list.push(iso(t)); return list }

  const listeners = {}
  const emit = (name, payload) => { for (const f of listeners[name] ?? []) f(payload) }
  const setState = (next) => { state = next; setTimeout(() => emit('app.stateChanged', undefined), 0) }
  let level = null
  const handlers = {
    'app.state': () => ok(state),
    'household.create': (input) => { setState({ stage: 'signed-in', adult: { id: uuid(1), name: input.ownerName, role: 'owner' }, recoveryCodePending: true }); return ok({ recoveryCode: 'K7QM2-XPD9R-HTWB4-N63FV-CYGA8-2JRST' }) },
    'session.signIn': ({ adultId, password }) => { if (password === 'wait') return fail('too-many-attempts', { retryAfterMs: 30_000 }); if (password !== 'correct horse') return fail('wrong-password'); const adult = adults.find((a) => a.id === adultId); setState({ stage: 'signed-in', adult, recoveryCodePending: false }); return ok(adult) },
    'session.unlock': ({ password }) => { if (password !== 'correct horse') return fail('wrong-password', { retryAfterMs: 4000 }); setState({ stage: 'signed-in', adult: adults[0], recoveryCodePending: false }); return ok(adults[0]) },
    'session.recover': () => fail('wrong-recovery-code'),
    'session.signOut': () => { setState(STATES['signed-out']); return ok(undefined) },
    'session.touch': () => ok(undefined),
    'session.changePassword': ({ currentPassword }) => currentPassword === 'correct horse' ? ok(undefined) : fail('wrong-password'),
    'recovery.confirmSaved': () => { setState({ ...state, recoveryCodePending: false }); return ok(undefined) },
    'recovery.renew': ({ password }) => password === 'correct horse' ? ok({ recoveryCode: 'K7QM2-XPD9R-HTWB4-N63FV-CYGA8-2JRST' }) : fail('wrong-password'),
    'recovery.print': () => ok({ printed: true }),
    'children.list': ({ includeArchived }) => ok(children.filter((c) => includeArchived || c.archivedAt === null)),
    'children.create': (c) => { const child = { ...c, id: uuid(30 + children.length), createdAt: Date.now(), archivedAt: null }; children = [...children, child]; return ok(child) },
    'children.update': ({ id, child }) => { children = children.map((c) => c.id === id ? { ...c, ...child } : c); return ok(children.find((c) => c.id === id)) },
    'children.setArchived': ({ id, archived }) => { children = children.map((c) => c.id === id ? { ...c, archivedAt: archived ? Date.now() : null } : c); return ok(children.find((c) => c.id === id)) },
    'consent.text': ({ purpose, language }) => ok({ purpose, version: '2026-11', language, title: language === 'es' ? 'Escuchar el habla alrededor de tu peque' : 'Listening to the talk around your child', paragraphs: language === 'es' ? ['WonderNest abre el micrófono de este ordenador en las horas que tú decides y convierte el sonido en números.', 'El sonido está como mucho diez segundos en la memoria. Nunca se graba ni se envía.', 'Puedes retirar el consentimiento cuando quieras; la escucha se detiene al momento.'] : ['WonderNest opens this computer’s microphone in the hours you set, and turns sound into numbers: how many words were spoken nearby, how often your child spoke, how often you took turns.', 'Sound stays in memory for at most ten seconds. It is never recorded and never sent anywhere.', 'You can withdraw this consent at any time. Listening stops at once.'] }),
    'consent.list': ({ childId }) => ok(consents.filter((c) => c.childId === childId)),
    'consent.give': (c) => { const r = { id: uuid(40 + consents.length), ...c, givenByName: 'Marta', givenAt: Date.now(), withdrawnAt: null }; consents = [...consents.filter((x) => x.childId !== c.childId), r]; return ok(r) },
    'consent.withdraw': ({ childId }) => { consents = consents.map((c) => c.childId === childId ? { ...c, withdrawnAt: Date.now() } : c); return ok(consents.find((c) => c.childId === childId)) },
    'listening.status': () => ok(status),
    'listening.pause': ({ forMinutes }) => { status = { ...status, state: 'paused', reason: 'paused', pausedUntil: forMinutes === null ? null : Date.now() + forMinutes * 60_000 }; emit('listening.statusChanged', status); return ok(status) },
    'listening.resume': () => { status = { ...status, state: 'listening', reason: null, pausedUntil: null }; emit('listening.statusChanged', status); return ok(status) },
    'listening.devices': () => ok(['Built-in Audio Analog Stereo', 'USB Conference Microphone']),
    'listening.startTest': () => { clearInterval(level); level = setInterval(() => emit('listening.level', { rmsDbfs: -34 + 6 * Math.sin(Date.now() / 300), peakDbfs: -20, speechProbability: 0.6 }), 100); return ok(undefined) },
    'listening.stopTest': () => { clearInterval(level); return ok(undefined) },
    'speech.day': ({ localDay }) => { const d = localDay ?? iso(now); return ok({ ...day(d), week: daysBetween(iso(Date.parse(d) - 6 * DAY), d).map((x) => ({ localDay: x, totals: x === d ? day(x).totals : dayTotals(x) })) }) },
    'speech.periods': ({ from, to, by }) => {
      const days = daysBetween(from, to)
      if (by === 'day') return ok(days.map((d) => ({ startsOn: d, endsOn: d, daysListened: 1, totals: dayTotals(d) })))
      const groups = new Map()
      for (const d of days) { const k = by === 'month' ? d.slice(0, 7) : iso(Date.parse(d) - ((new Date(d).getUTCDay() + 6) % 7) * DAY); groups.set(k, [...(groups.get(k) ?? []), d]) }
      return ok([...groups.values()].map((g) => ({ startsOn: g[0], endsOn: g.at(-1), daysListened: g.length, totals: add(g.map(dayTotals)) })))
    },
    'speech.hours': ({ from, to }) => ok(p.speech === 'none' ? [] : daysBetween(from, to).flatMap((d) => [7, 8, 9, 10, 11, 15, 16, 17, 18, 19].map((hour) => ({ localDay: d, hour, totals: totals(3_600_000, 0.3 + random() * 1.2) })))),
    'settings.get': () => ok(settings),
    'settings.update': (patch) => { settings = { ...settings, ...patch, listening: { ...settings.listening, ...patch.listening } }; setTimeout(() => emit('settings.changed', settings), 0); return ok(settings) },
    'data.info': () => ok({ folder: '/home/marta/.config/WonderNest', databaseBytes: 4_350_000, schemaVersion: 3, keychain: { available: p.keychain !== 'none', backend: p.keychain !== 'none' ? 'Secret Service' : 'none' }, passwordWraps: 2, recoveryCodeCreatedAt: now - 90 * DAY, backups, appVersion: '0.1.0' }),
    'data.openFolder': () => ok(undefined),
    'data.backUpNow': () => ok({ name: 'wondernest-2026-11-21-0912.db', bytes: 4_350_000 }),
    'audit.recent': () => ok(['session.signed-in', 'consent.given', 'settings.changed', 'backup.made', 'call.refused', 'child.added'].map((action, i) => ({ sequence: 120 - i, at: now - i * 5_000_000, actor: i % 2 ? 'Jonas' : 'Marta', action, detail: {} }))),
    'audit.verify': () => ok({ entries: 120, firstBroken: null }),
    'reports.saveDayPdf': () => ok({ saved: true }),
    'kiosk.open': () => ok(undefined),
    'kiosk.requestExit': () => ok(undefined),
    'kiosk.exit': ({ password }) => password === 'correct horse' ? ok(undefined) : fail('too-many-attempts', { retryAfterMs: 30_000 }),
    'kiosk.cancelExit': () => ok(undefined),
    'app.quit': () => ok(undefined),
  }
  const calls = {}
  for (const [name, handler] of Object.entries(handlers)) calls[name] = async (input) => { await new Promise((r) => setTimeout(r, p.delay ?? 5)); return p.fail?.[name] ? fail(p.fail[name]) : handler(input) }
  const eventNames = ['app.stateChanged', 'listening.statusChanged', 'listening.level', 'speech.updated', 'settings.changed']
  const events = Object.fromEntries(eventNames.map((name) => [name, (f) => { (listeners[name] ??= new Set()).add(f); return () => listeners[name].delete(f) }]))
  window.wonder = { kind: p.kind, calls, events }
})()
