"""The streaming network that hears who speaks: samples in, probabilities per 100 ms out.

Everything between the microphone's samples and the probabilities is inside the network, the mel front end too, so nothing
can differ between training and use. It is causal; what it says at a step is about the sound LOOK_AHEAD steps earlier.

Shapes: B batch, N samples (a multiple of STEP), K = N / STEP steps of 100 ms, S floats of state.
"""
import math

import torch
from torch import nn

RATE = 16000
STEP = 1600
"""Samples of an output step: 100 ms."""
HOP = 200
"""Samples between spectra: 12.5 ms, eight to a step."""
WINDOW = 640
"""Samples of a spectrum: 40 ms, so that the harmonics of a voice from 75 Hz on stand apart."""
BANDS = 80
LOOK_AHEAD = 8
"""Steps by which an output lags behind its sound: 0.8 s."""
VOICES = ('CHI', 'FEM', 'MAL', 'ELE', 'CRY', 'LAU')
EMBEDDING = 64
WIDTH = 128
DILATIONS = (1, 2, 4, 8, 16, 32, 64, 2, 8)
"""Of the blocks at 50 ms: together they see the last 13.7 s."""


def mel_filters(bands=BANDS, low=60.0, high=7800.0):
    """Triangular filters, (WINDOW / 2 + 1, bands), spaced on the mel scale of O'Shaughnessy (1987)."""
    mel = lambda f: 2595 * math.log10(1 + f / 700)
    edges = torch.linspace(mel(low), mel(high), bands + 2)
    hertz = 700 * (10 ** (edges / 2595) - 1)
    bins = torch.arange(WINDOW // 2 + 1) * RATE / WINDOW
    rising = (bins[:, None] - hertz[None, :-2]) / (hertz[1:-1] - hertz[:-2])
    falling = (hertz[None, 2:] - bins[:, None]) / (hertz[2:] - hertz[1:-1])
    filters = torch.clamp(torch.minimum(rising, falling), min=0)
    # The narrowest filters fall between two bins: they take the nearest one.
    for band in (filters.sum(0) < 1e-3).nonzero().flatten().tolist():
        filters[torch.argmin((bins - hertz[band + 1]).abs()), band] = 1
    return filters / filters.sum(0, keepdim=True)


class MelSpectrum(nn.Module):
    """(B, N + TAIL) samples -> (B, 1, N / HOP, BANDS) log mel power, about -3..3."""
    TAIL = WINDOW - HOP

    def __init__(self):
        super().__init__()
        n = torch.arange(WINDOW)
        turn = 2 * math.pi * torch.arange(WINDOW // 2 + 1)[:, None] * n[None] / WINDOW
        window = torch.hann_window(WINDOW)
        kernels = torch.cat([torch.cos(turn), torch.sin(turn)]) * window
        self.register_buffer('window', window)
        self.register_buffer('kernels', kernels[:, None])
        self.register_buffer('filters', mel_filters())
        self.as_convolution = False

    def forward(self, samples):
        if self.as_convolution:  # for ONNX: the Fourier transform as a convolution
            parts = torch.nn.functional.conv1d(samples[:, None], self.kernels, stride=HOP)
            half = WINDOW // 2 + 1
            power = (parts[:, :half] ** 2 + parts[:, half:] ** 2).transpose(1, 2)
        else:
            frames = samples.unfold(1, WINDOW, HOP) * self.window
            power = torch.view_as_real(torch.fft.rfft(frames)).square().sum(-1)
        return ((torch.log(power @ self.filters + 1e-5) + 4) / 4)[:, None]


class Streamed(nn.Module):
    """A module that needs `left` earlier input steps; the caller keeps them between calls."""

    def __init__(self, left, shape):
        super().__init__()
        self.left = left
        self.shape = shape
        """Of one step of its input."""

    @property
    def floats(self):
        return self.left * math.prod(self.shape)


class TimeFrequencyConvolution(Streamed):
    """(B, C, T, F) -> (B, C', T / stride, F / 2), causal in time."""

    def __init__(self, channels, out, bands, time, stride):
        super().__init__(time - stride, (channels, bands))
        self.convolution = nn.Conv2d(channels, out, (time, 3), stride=(stride, 2), bias=False)
        self.norm = nn.BatchNorm2d(out)

    def forward(self, x, past):
        past = past.reshape(x.shape[0], x.shape[1], self.left, x.shape[3])
        x = torch.cat([past, x], 2)
        past = x[:, :, x.shape[2] - self.left:].reshape(x.shape[0], -1)
        x = self.convolution(nn.functional.pad(x, (1, 0)))
        return torch.relu(self.norm(x)), past


class Block(Streamed):
    """(B, WIDTH, T) -> the same: a causal dilated convolution added to its input."""

    def __init__(self, dilation):
        super().__init__(2 * dilation, (WIDTH,))
        self.convolution = nn.Conv1d(WIDTH, WIDTH, 3, dilation=dilation, bias=False)
        self.norm = nn.BatchNorm1d(WIDTH)
        self.mix = nn.Conv1d(WIDTH, WIDTH, 1)
        self.dropout = nn.Dropout1d(0.1)

    def forward(self, x, past):
        past = past.reshape(x.shape[0], WIDTH, self.left)
        longer = torch.cat([past, x], 2)
        past = longer[:, :, longer.shape[2] - self.left:].reshape(x.shape[0], -1)
        return x + self.mix(self.dropout(torch.relu(self.norm(self.convolution(longer))))), past


class Ears(nn.Module):
    """samples (B, N), state (B, S) -> dict of voices (B, K, 6) logits, older (B, K) logits,
    words (B, K, 2), embedding (B, K, 64), state (B, S)."""

    def __init__(self):
        super().__init__()
        self.spectrum = MelSpectrum()
        self.stem = nn.ModuleList([
            TimeFrequencyConvolution(1, 16, 80, time=5, stride=2),
            TimeFrequencyConvolution(16, 32, 40, time=3, stride=1),
            TimeFrequencyConvolution(32, 64, 20, time=3, stride=2),
        ])
        self.project = nn.Conv1d(64 * 10, WIDTH, 1, bias=False)
        self.project_norm = nn.BatchNorm1d(WIDTH)
        self.blocks = nn.ModuleList([Block(d) for d in DILATIONS])
        self.join = nn.Conv1d(WIDTH, WIDTH, 2, stride=2)
        self.voices = nn.Conv1d(WIDTH, len(VOICES), 1)
        self.older = nn.Conv1d(WIDTH, 1, 1)
        """Where a child speaks: is it 8 or older?"""
        self.words = nn.Conv1d(WIDTH, 2, 1)
        """Adult speech per step: words of English, syllables."""
        self.embedding = nn.Sequential(nn.Conv1d(WIDTH, 128, 1), nn.ReLU(), nn.Conv1d(128, EMBEDDING, 1))

    @property
    def streamed(self):
        return [*self.stem, *self.blocks]

    @property
    def state_floats(self):
        return MelSpectrum.TAIL + sum(m.floats for m in self.streamed)

    def from_spectrum(self, x, pasts):
        """(B, 1, T, BANDS) spectrum and what each convolution keeps -> outputs as `forward`, without the state; what they keep
        next."""
        nexts = []
        for module, past in zip(self.stem, pasts):
            x, after = module(x, past)
            nexts.append(after)
        x = x.permute(0, 1, 3, 2).flatten(1, 2)
        x = torch.relu(self.project_norm(self.project(x)))
        for module, past in zip(self.blocks, pasts[len(self.stem):]):
            x, after = module(x, past)
            nexts.append(after)
        x = torch.relu(self.join(x))
        return {
            'voices': self.voices(x).transpose(1, 2),
            'older': self.older(x)[:, 0],
            'words': nn.functional.softplus(self.words(x)).transpose(1, 2),
            'embedding': self.embedding(x).transpose(1, 2),
        }, nexts

    def forward(self, samples, state=None):
        if state is None:
            state = samples.new_zeros(samples.shape[0], self.state_floats)
        tail, *pasts = torch.split(state, [MelSpectrum.TAIL, *(m.floats for m in self.streamed)], 1)
        samples = torch.cat([tail, samples], 1)
        out, nexts = self.from_spectrum(self.spectrum(samples), pasts)
        return {**out, 'state': torch.cat([samples[:, samples.shape[1] - MelSpectrum.TAIL:], *nexts], 1)}

    def learn(self, spectrum):
        """Outputs for whole scenes whose spectra are known: training needs no state and no gradient before the spectrum."""
        return self.from_spectrum(spectrum, [spectrum.new_zeros(len(spectrum), m.floats) for m in self.streamed])[0]
