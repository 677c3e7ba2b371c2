"""Step 3: unlimited home scenes with exact labels, made while training.

A scene is rendered as two stems that are mixed anew several times: the people, and everything else (television, noise).
Labels per step of 100 ms (a step carries a label when a segment covers its centre):
  voices (K, 6)  CHI FEM MAL ELE CRY LAU, overlapping
  older  (K,)    1 where only a child of 8-12 years speaks, 0 where only a younger one does, -1 elsewhere
  words  (K, 2)  words and syllables of adults spoken in the step, -1 where an adult without transcript speaks
  person (K,)    number of the only voice that sounds, -1 elsewhere
"""
from dataclasses import dataclass

import numpy as np

from acoustics import Room, appliance, beeps, coloured, filtered, knocks, reshaped, spectral_shape
from clips import ADULTS, RATE, samples
from ears import STEP, VOICES

INDEX = {name: i for i, name in enumerate(VOICES)}
SPEED = {'FEM': (0.93, 1.08), 'MAL': (0.92, 1.10), 'CRY': (0.85, 1.25)}


@dataclass
class Person:
    label: str
    role: str
    speaker: str
    distance: float
    loudness: float
    speed: float
    edge: float | None
    """Low-pass of this voice, Hz: bandwidth must not tell who speaks."""
    older: float


@dataclass
class Stem:
    sound: np.ndarray
    voices: np.ndarray
    older: np.ndarray
    words: np.ndarray
    person: np.ndarray
    level: float
    """RMS of the sound where somebody speaks; 0 if nobody does."""


def spans_of(clip, factor, shift=0.0):
    return [(a / RATE / factor + shift, b / RATE / factor + shift) for a, b in clip['spans']]


def joined(spans, gap=0.3):
    out = []
    for a, b in sorted(spans):
        if out and a - out[-1][1] < gap:
            out[-1][1] = max(b, out[-1][1])
        else:
            out.append([a, b])
    return out


def laughter(rng, voice):
    """A laugh from a piece of a voice: its loudest vowel as a falling row of short, breathy bursts, four to six a second
    (rate and shape after Bachorowski, Smoski & Owren 2001). No recording of children laughing with a clear licence was at
    hand; this is an imitation. -> samples"""
    size = int(0.16 * RATE)
    power = np.convolve(voice ** 2, np.ones(size), 'valid')
    at = int(np.argmax(power))
    vowel = voice[at:at + size]
    pace, bursts = rng.uniform(3.8, 6.2), rng.integers(3, 11)
    length = int(RATE / pace)
    y = np.zeros(length * bursts + size, 'float32')
    breath = filtered(coloured(rng, len(y), 0.5), lambda n: spectral_shape(rng, n, 5000, 600, 2))
    pitch = rng.uniform(1.0, 1.5)
    for i in range(bursts):
        burst, _ = reshaped(rng, vowel, pitch * (1 - 0.25 * i / bursts) * rng.uniform(0.94, 1.06), tilt=0.5)
        burst = burst[:int(length * rng.uniform(0.4, 0.7))]
        n = len(burst)
        shape = np.minimum(1, np.arange(n) / (0.015 * RATE)) * np.linspace(1, 0, n) ** rng.uniform(0.4, 1)
        here = i * length + int(rng.uniform(0, 0.02) * RATE)
        y[here:here + n] += (burst * shape * rng.uniform(0.5, 1) * (1 - 0.5 * i / bursts))[:len(y) - here]
    return y + breath * rng.uniform(0.02, 0.15) * y.std()


class Simulator:
    """@param seconds of a scene"""

    def __init__(self, bank, seed, seconds=20.0):
        self.bank, self.rng, self.seconds = bank, np.random.default_rng(seed), seconds
        self.steps = round(seconds * RATE / STEP)
        self.people_stems, self.other_stems = [], []

    # --- people -------------------------------------------------------------------------------------------------

    def cast(self):
        """Who is at home: at least one child in most scenes, an adult in most, sometimes several of each."""
        rng = self.rng
        labels = [label for label, chance in (('young', 0.6), ('old', 0.35), ('FEM', 0.85), ('MAL', 0.7), ('FEM', 0.3), ('MAL', 0.2)) if rng.random() < chance]
        return [self.person(label) for label in labels or [rng.choice(['young', 'old', 'FEM', 'MAL'])]]

    def person(self, label):
        rng = self.rng
        role = 'CHILD' if label in ('young', 'old') else label
        for _ in range(40):
            speaker = self.bank.speaker(rng, role)
            clip = self.bank.roles[role][speaker][0]
            age, altered = clip['age'], 'origin' in clip
            grown = age is not None and age >= 8
            if role != 'CHILD':
                low, high, older = *SPEED[role], -1
            elif altered:
                toddler = clip['recipe'] in (0, 2)
                low, high, older = 0.94, 1.10, 0 if toddler else (-1 if grown else 0)
            elif grown:
                low, high, older = 1.0, 1.15, 1
            else:
                low, high, older = (0.93, 1.15, 0) if age is None else (1.0, 1.35, 0)
            if role != 'CHILD' or (label == 'old') == (older == 1):
                break
        edge = rng.uniform(3200, 7600) if rng.random() < 0.35 else None
        return Person('CHI' if role == 'CHILD' else label, role, speaker, float(np.exp(rng.uniform(np.log(0.35), np.log(4)))),
                      rng.normal(0, 2), rng.uniform(low, high), edge, older)

    def utterance(self, person, want):
        """-> samples, spans (s), [(start, end, words, syllables)] of its clips"""
        rng, pieces, spans, words, at = self.rng, [], [], [], 0.0
        while True:
            clip = self.bank.clip(rng, person.role, person.speaker)
            y, factor = reshaped(rng, samples(clip), person.speed * rng.uniform(0.97, 1.03), person.edge, 1.5)
            own = spans_of(clip, factor, at)
            if person.role == 'CHILD' and len(own) > 1 and own[-1][1] - own[0][0] > 1.4 * want:
                own = own[:1]
                y = y[:int((own[0][1] - at + 0.08) * RATE)]
            pieces.append(y)
            spans += own
            words.append((own[0][0], own[-1][1], clip['words'], clip['syllables']))
            at += len(y) / RATE
            if at >= want or (person.role != 'CHILD' and rng.random() < 0.4):
                break
            pause = rng.uniform(0, 0.12) if person.role == 'CHILD' else rng.uniform(0, 0.5)
            pieces.append(np.zeros(int(pause * RATE), 'float32'))
            at += len(pieces[-1]) / RATE
        y = np.concatenate(pieces)
        if person.role == 'CHILD' and rng.random() < 0.15 and len(y) < RATE:  # babble: the same syllables again
            times, n = rng.integers(2, 5), len(y)
            y = np.concatenate([y * rng.uniform(0.6, 1) for _ in range(times)])
            spans = [(a + i * n / RATE, b + i * n / RATE) for i in range(times) for a, b in spans]
        return y, joined(spans), words

    def wail(self, label, want):
        rng = self.rng
        if label == 'LAU':
            role = 'CHILD' if rng.random() < 0.8 else 'FEM'
            y = laughter(rng, reshaped(rng, samples(self.bank.clip(rng, role)), rng.uniform(1, 1.3))[0])
            return y, [(0.0, len(y) / RATE)]
        clip = self.bank.clip(rng, 'CRY')
        y, factor = reshaped(rng, samples(clip), rng.uniform(*SPEED['CRY']), rng.uniform(3200, 7600) if rng.random() < 0.35 else None)
        spans = spans_of(clip, factor)
        start = spans[rng.integers(len(spans))][0]
        spans = [(a - start, min(b - start, want)) for a, b in spans if a >= start and a - start < want]
        return y[int(start * RATE):int((start + spans[-1][1] + 0.05) * RATE)], joined(spans)

    def people(self):
        rng, room, n = self.rng, Room(self.rng), int(self.seconds * RATE)
        stem = self.silence()
        cast = self.cast()
        sound, now, last, current = stem.sound, rng.uniform(0, 3), 0.0, None
        crying = rng.uniform(0.1, 0.5) if rng.random() < 0.25 else 0.0
        laughing = rng.uniform(0.1, 0.5) if rng.random() < 0.2 else 0.0
        crier = (rng.uniform(0.4, 4), rng.normal(3, 4))
        busy, counted, solo = np.zeros(self.steps), np.zeros(self.steps, bool), np.full(self.steps, -1.0)
        sparse, overlapping = rng.random() < 0.2, rng.uniform(0.0, 0.25)
        energy, active = 0.0, 0
        while now < self.seconds - 0.5:
            if current is None or rng.random() > 0.5:
                current = cast[rng.integers(len(cast))]
                changed = True
            else:
                changed = False
            gap = rng.exponential(0.5) if not sparse else rng.uniform(1, 7)
            if rng.random() < 0.06:
                gap += rng.uniform(1, 6)
            if changed and rng.random() < overlapping:
                gap = -rng.uniform(0.2, 1.2) * min(1, last)
            u = rng.random()
            special = 'CRY' if u < crying else 'LAU' if u < crying + laughing else None
            want = rng.uniform(0.3, 2.5) if rng.random() < 0.8 else rng.uniform(2, 6)
            if special:
                y, spans = self.wail(special, 2 * want + 0.5)
                words, label, distance, loudness = [], special, *crier
            else:
                y, spans, words = self.utterance(current, want)
                label, distance, loudness = current.label, current.distance, current.loudness
            at = max(0.0, now + gap)
            first = int(at * RATE)
            k = min(160, len(y) // 4)
            y[:k] *= np.linspace(0, 1, k)
            y[-k:] *= np.linspace(1, 0, k)
            heard = room.hear(y, room.response(max(0.25, distance * rng.uniform(0.8, 1.25)))) * 10 ** ((loudness + rng.normal(0, 2.5)) / 20)
            m = min(len(heard), n - first)
            if m <= 0:
                break
            sound[first:first + m] += heard[:m]
            for a, b in spans:
                i, j = self.between(at + a, at + b)
                stem.voices[i:j, INDEX[label]] = 1
                busy[i:j] += 1
                if label == 'CHI':
                    stem.older[i:j] = current.older
                if not special:
                    solo[i:j] = self.bank.numbers.get(current.speaker.split('~')[0], -1) if '~' not in current.speaker else -1
                else:
                    solo[i:j] = -1
                piece = sound[int((at + a) * RATE):int((at + b) * RATE)]
                energy += float((piece ** 2).sum())
                active += len(piece)
            if label in ADULTS:
                for a, b, count, syllables in words:
                    i, j = self.between(at + a, at + b)
                    if j <= i:
                        continue
                    if count is None:
                        counted[i:j] = True
                    share = 1 / (j - i) if at + b < self.seconds else STEP / RATE / (b - a)
                    stem.words[i:j, 0] += (count or 0) * share
                    stem.words[i:j, 1] += (syllables or (count or 0) * 1.45) * share
            now = max(now, at + spans[-1][1])
            last = spans[-1][1] - spans[0][0]
        stem.older[(busy != 1) | (stem.voices[:, INDEX['CHI']] == 0)] = -1
        stem.words[counted] = -1
        stem.person[:] = np.where(busy == 1, solo, -1)
        stem.level = float(np.sqrt(energy / active)) if active else 0.0
        return stem

    def silence(self):
        k = self.steps
        return Stem(np.zeros(int(self.seconds * RATE), 'float32'), np.zeros((k, len(VOICES)), 'float32'), np.full(k, -1.0, 'float32'),
                    np.zeros((k, 2), 'float32'), np.full(k, -1, 'int64'), 0.0)

    def between(self, a, b):
        """Steps whose centres lie in [a, b) seconds."""
        step = STEP / RATE
        low = int(np.ceil(max(0.0, a) / step - 0.5))
        return min(self.steps, low), min(self.steps, max(low, int(np.ceil(b / step - 0.5))))

    # --- everything else ----------------------------------------------------------------------------------------

    def bed(self):
        """Steady noise, RMS 1."""
        rng, n = self.rng, int(self.seconds * RATE)
        y = coloured(rng, n, rng.uniform(0, 2.2)) if rng.random() < 0.65 else appliance(rng, n)
        if self.bank.has('NOISE') and rng.random() < 0.5:
            speaker, z, at, fade = self.bank.speaker(rng, 'NOISE'), np.zeros(n, 'float32'), 0, RATE // 3
            while at < n:
                c = samples(self.bank.clip(rng, 'NOISE', speaker))
                c = np.tile(c / (c.std() + 1e-6), 1 + 3 * fade // len(c))
                c[:fade] *= np.linspace(0, 1, fade)
                c[-fade:] *= np.linspace(1, 0, fade)
                m = min(len(c), n - at)
                z[at:at + m] += c[:m]
                at += len(c) - fade
            z = np.resize(reshaped(rng, z, rng.uniform(0.8, 1.25))[0], n)
            y = rng.uniform(0, 0.6) * y + z / (z.std() + 1e-9)
        return y / (y.std() + 1e-9)

    def television(self, seconds):
        """Voices, music or both, squeezed through a small loudspeaker, RMS 1."""
        rng, n = self.rng, int(seconds * RATE)
        y, u = np.zeros(n, 'float32'), rng.random()
        with_voices, with_music = u < 0.75, u > 0.3
        if with_voices:
            cast, at = [(r, self.bank.speaker(rng, r)) for r in rng.choice(['FEM', 'MAL', 'CHILD'], rng.integers(1, 6), p=[0.42, 0.42, 0.16])], 0
            while at < n:
                role, speaker = cast[rng.integers(len(cast))]
                for _ in range(rng.integers(1, 5)):
                    if at >= n:
                        break
                    c = samples(self.bank.clip(rng, role, speaker))[:12 * RATE]
                    m = min(len(c), n - at)
                    y[at:at + m] += c[:m]
                    at += len(c) + int(rng.uniform(0, 0.6) * RATE)
        if with_music:
            c = samples(self.bank.clip(rng, 'MUSIC'))
            start = rng.integers(max(1, len(c) - n))
            c = np.resize(c[start:start + n], n)
            y += c / (c.std() + 1e-9) * 10 ** (-rng.uniform(-2, 14) / 20 if with_voices else 0)
        drive = rng.uniform(0.5, 2.5)
        y = np.tanh(drive * y / (y.std() + 1e-9))
        low, high = rng.uniform(90, 350), rng.uniform(3500, 7500)
        y = filtered(y, lambda k: spectral_shape(rng, k, high, low))
        return y / (y.std() + 1e-9)

    def other(self):
        """Noise at level 1; the television's level is relative to it only through `mix`: kept apart as rows."""
        rng, n, room = self.rng, int(self.seconds * RATE), Room(self.rng)
        stem = self.silence()
        noise = self.bed()
        for at in rng.uniform(0, self.seconds - 1, rng.poisson(self.seconds / 15)):
            u, seconds = rng.random(), rng.uniform(0.3, 3)
            if u < 0.45 and self.bank.has('NOISE'):
                c = samples(self.bank.clip(rng, 'NOISE'))
                start = rng.integers(max(1, len(c) - int(seconds * RATE)))
                c = c[start:start + int(seconds * RATE)] / (c.std() + 1e-6)
            else:
                c = knocks(rng, seconds) if u < 0.85 else beeps(rng, seconds)
            c = room.hear(c.astype('float32'), room.response(1.0)) * 10 ** (rng.uniform(-6, 14) / 20)
            first = int(at * RATE)
            noise[first:first + len(c)] += c[:n - first]
            if u >= 0.85:
                i, j = self.between(at, at + seconds)
                stem.voices[i:j, INDEX['ELE']] = 1
        tv = np.zeros(n, 'float32')
        if rng.random() < 0.35:
            a, b = sorted(rng.uniform(-0.3, 1.3, 2))
            a, b = max(0.0, a) * self.seconds, min(1.0, b) * self.seconds
            if b - a > 1:
                c = room.hear(self.television(b - a), room.response(rng.uniform(1.5, 5)))
                c = c / (c.std() + 1e-9)
                first = int(a * RATE)
                c = c[:n - first]
                tv[first:first + len(c)] = c
                i, j = self.between(a, b)
                stem.voices[i:j, INDEX['ELE']] = 1
        stem.sound = np.stack([noise, tv]).astype('float32')
        return stem

    # --- the mix ------------------------------------------------------------------------------------------------

    def stem(self, stems, make, keep=40, fresh=0.22):
        """One of the latest stems, or a new one with the chance `fresh`."""
        if len(stems) < keep or self.rng.random() < fresh:
            stems.append(make())
            if len(stems) > keep:
                stems.pop(0)
            return stems[-1]
        return stems[self.rng.integers(len(stems))]

    def scene(self):
        """-> samples (N,), voices (K, 6), older (K,), words (K, 2), person (K,)"""
        rng = self.rng
        u = rng.random()
        people = self.stem(self.people_stems, self.people) if u > 0.07 else self.silence()
        other = self.stem(self.other_stems, self.other)
        level = people.level or 1.0
        noise, tv = other.sound
        snr = rng.uniform(-1, 22) if rng.random() < 0.7 else rng.uniform(22, 40)
        y = people.sound + noise * np.float32(level * 10 ** (-snr / 20)) + tv * np.float32(level * 10 ** (rng.uniform(-16, 2) / 20))
        cut = rng.uniform(3300, 7800) if rng.random() < 0.4 else None
        y = filtered(y, lambda k: spectral_shape(rng, k, cut, rng.uniform(30, 180) if rng.random() < 0.5 else None, 3))
        rms = np.sqrt(np.mean(y ** 2)) + 1e-9
        y *= np.float32(10 ** (rng.uniform(-46, -14) / 20) / rms)
        y += rng.standard_normal(len(y)).astype('float32') * np.float32(10 ** (rng.uniform(-95, -62) / 20))
        if rng.random() < 0.1:
            y *= rng.uniform(2, 12)
        if rng.random() < 0.1:
            y += rng.uniform(-0.05, 0.05)
        voices = np.maximum(people.voices, other.voices)
        return np.clip(y, -1, 1).astype('float32'), voices, people.older, people.words, people.person
