"""What happens to a sound between its source and the samples: voice changes, rooms, noise, devices. All (n,) float32, 16 kHz."""
import numpy as np
from scipy.fft import irfft, next_fast_len, rfft
from scipy.signal import lfilter

RATE = 16000


def spectral_shape(rng, n, lowpass=None, highpass=None, tilt=3.0):
    """Random smooth gain curve over n frequencies from 0 to 8 kHz: a microphone, a mouth turned away, a codec's edge."""
    hertz = np.linspace(0, RATE / 2, n, dtype='float32')
    octaves = np.log2(np.maximum(hertz, 50) / 1000)
    gain = rng.uniform(-tilt, tilt / 2) * octaves
    for _ in range(2):
        gain += rng.uniform(-4, 4) * np.exp(-((octaves - rng.uniform(-3, 3)) / rng.uniform(0.3, 1)) ** 2)
    curve = 10 ** (gain / 20)
    if lowpass:
        curve /= np.sqrt(1 + (hertz / lowpass) ** rng.choice([8, 16, 32]))
    if highpass:
        curve *= np.sqrt(1 - 1 / (1 + (hertz / highpass) ** rng.choice([2, 4, 8])))
    return curve.astype('float32')


def reshaped(rng, y, factor=1.0, lowpass=None, tilt=3.0):
    """Played `factor` times as fast (pitch and formants rise with it) and coloured. -> samples, true factor."""
    n = next_fast_len(len(y), real=True)
    m = next_fast_len(max(16, round(n / factor)), real=True)
    spectrum = rfft(y, n)
    bins = min(n, m) // 2 + 1
    spectrum = spectrum[:bins] * spectral_shape(rng, n // 2 + 1, lowpass, tilt=tilt)[:bins]
    out = irfft(np.pad(spectrum, (0, m // 2 + 1 - bins)), m) * np.float32(m / n)
    return out[:round(len(y) * m / n)].astype('float32'), n / m


def filtered(y, curve_of):
    n = next_fast_len(len(y) + 2000, real=True)
    return irfft(rfft(y, n) * curve_of(n // 2 + 1), n)[:len(y)].astype('float32')


class Room:
    """Direct sound 1/d, early reflections and an exponentially decaying tail whose level is that of the critical distance
    0.057 sqrt(V / RT60) m (Kuttruff, Room Acoustics, diffuse field), its high frequencies decaying faster."""

    def __init__(self, rng):
        self.rng = rng
        self.rt60 = float(np.exp(rng.uniform(np.log(0.12), np.log(0.9))))
        self.volume = rng.uniform(18, 90)
        self.damping = rng.uniform(0.1, 0.7)

    def response(self, distance):
        rng, n = self.rng, int(min(self.rt60, 0.6) * RATE)
        tail = lfilter([1 - self.damping], [1, -self.damping], rng.standard_normal(n).astype('float32'))
        tail = tail * 10 ** (-3 * np.arange(n) / RATE / self.rt60)
        tail[:int(rng.uniform(0.002, 0.01) * RATE)] = 0
        critical = 0.057 * np.sqrt(self.volume / self.rt60)
        tail *= rng.uniform(0.6, 1.3) / critical / np.sqrt((tail ** 2).sum() + 1e-9)
        tail[0] = 1 / distance
        for delay in rng.uniform(0.001, 0.035, rng.integers(4, 12)):
            tail[min(n - 1, int(delay * RATE))] += rng.choice([-1, 1]) * rng.uniform(0.2, 0.7) / (distance + 343 * delay)
        return tail.astype('float32')

    def hear(self, y, response):
        n = next_fast_len(len(y) + len(response), real=True)
        return irfft(rfft(y, n) * rfft(response, n), n)[:len(y) + len(response)]


def coloured(rng, n, slope):
    """Noise with power ~ 1/f^slope, RMS 1."""
    m = next_fast_len(n, real=True)
    spectrum = rng.standard_normal(m // 2 + 1).astype('float32') + 1j * rng.standard_normal(m // 2 + 1).astype('float32')
    f = np.maximum(np.arange(m // 2 + 1), 20 * m / RATE).astype('float32')
    y = irfft(spectrum / f ** np.float32(slope / 2), m)[:n]
    return (y / (y.std() + 1e-9)).astype('float32')


def appliance(rng, n):
    """Mains or motor harmonics over noise, RMS 1, sometimes going on and off."""
    t = np.arange(n, dtype='float32') / RATE
    base = rng.choice([50, 60, rng.uniform(25, 400)])
    wobble = 1 + rng.uniform(0, 0.01) * np.sin(2 * np.pi * rng.uniform(0.1, 2) * t)
    phase = 2 * np.pi * base * np.cumsum(wobble) / RATE
    y = sum(rng.uniform(0.1, 1) / k * np.sin(k * phase + rng.uniform(0, 6)) for k in range(1, rng.integers(3, 10)))
    y = y / y.std() + rng.uniform(0.2, 2) * coloured(rng, n, rng.uniform(0.3, 2))
    return (y / y.std()).astype('float32')


def knocks(rng, seconds):
    """Dishes, blocks, doors, steps: bursts of a few damped modes and noise. RMS about 1 where it sounds."""
    n = int(seconds * RATE)
    y = np.zeros(n, 'float32')
    low, high = rng.choice([80, 300, 1500]), rng.choice([1500, 5000, 7500])
    for at in np.sort(rng.integers(0, max(1, n - 800), rng.integers(1, 9))):
        m = min(n - at, int(rng.uniform(0.03, 0.5) * RATE))
        t = np.arange(m, dtype='float32') / RATE
        hit = sum(rng.uniform(0.2, 1) * np.sin(2 * np.pi * rng.uniform(low, high) * t) * np.exp(-t * rng.uniform(8, 120)) for _ in range(rng.integers(2, 7)))
        hit += rng.uniform(0, 2) * rng.standard_normal(m) * np.exp(-t * rng.uniform(30, 300))
        y[at:at + m] += rng.uniform(0.3, 1) * hit.astype('float32')
    return y / (np.sqrt((y ** 2).mean()) * 2 + 1e-9)


def beeps(rng, seconds):
    """A toy's or a machine's tones: square or sine notes in a row, RMS about 1."""
    n = int(seconds * RATE)
    y = np.zeros(n, 'float32')
    note = int(rng.uniform(0.08, 0.4) * RATE)
    scale = rng.uniform(200, 1500) * 2 ** (rng.choice([0, 2, 4, 5, 7, 9, 11, 12], 32) / 12)
    t = np.arange(note, dtype='float32') / RATE
    square, decay = rng.random() < 0.5, rng.uniform(0, 12)
    for i, at in enumerate(range(0, n - note, note)):
        tone = np.sin(2 * np.pi * scale[i % 32] * t + rng.uniform(0, 3))
        y[at:at + note] = (np.sign(tone) if square else tone) * np.exp(-decay * t) * np.minimum(1, (note / RATE - t) * 100)
    return y / (y.std() + 1e-9)
