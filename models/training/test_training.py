"""Tests of the training code: python3 -m unittest (in this folder; needs torch, numpy, scipy; onnxruntime for the last one).

They make their own voices: none of the recordings is needed."""
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

from acoustics import Room, reshaped
from ears import LOOK_AHEAD, RATE, STEP, VOICES, Ears, mel_filters
from export import export
from scenes import Simulator, joined
from sounds import active_spans


def hum(seconds, hertz):
    return np.sin(2 * np.pi * hertz * np.arange(int(seconds * RATE)) / RATE).astype('float32')


class OneVoiceEach:
    """A bank of one hum per role: what is heard, and so what must be labelled, is known to the sample."""
    PITCH = {'CHILD': 350, 'FEM': 220, 'MAL': 110, 'CRY': 500, 'MUSIC': 700, 'NOISE': 60}

    def __init__(self):
        self.roles = {role: {role: [dict(
            data=(hum(1.0, hertz) * 20000).astype('<i2'), at=0, length=RATE, spans=[[0, RATE]], words=3, syllables=4, age=6, speaker=role)]}
            for role, hertz in self.PITCH.items()}
        self.numbers = {'CHILD': 0, 'FEM': 1, 'MAL': 2}

    def has(self, role):
        return role in self.roles

    def speaker(self, rng, role):
        return role

    def clip(self, rng, role, speaker=None):
        return self.roles[role][role][0]


class Sounds(unittest.TestCase):
    def test_spans_are_where_the_sound_is(self):
        rng = np.random.default_rng(0)
        quiet = lambda seconds: rng.standard_normal(int(seconds * RATE)).astype('float32') * 1e-4
        y = np.concatenate([quiet(1), hum(0.5, 200), quiet(1), hum(0.3, 200), quiet(0.2), hum(0.4, 200), quiet(1)])
        spans = np.array(active_spans(y)) / RATE
        # The second pause is shorter than 0.3 s and joins.
        np.testing.assert_allclose(spans, [[1.0, 1.5], [2.5, 3.4]], atol=0.03)

    def test_faster_is_shorter_and_higher(self):
        y, factor = reshaped(np.random.default_rng(0), hum(1, 200), 1.25, tilt=0)
        self.assertAlmostEqual(len(y) / RATE, 1 / factor, places=2)
        spectrum = np.abs(np.fft.rfft(y))
        self.assertAlmostEqual(np.argmax(spectrum) * RATE / len(y), 200 * factor, delta=2)

    def test_direct_sound_falls_with_distance(self):
        near, far = (Room(np.random.default_rng(3)).response(d)[0] for d in (0.5, 4.0))
        self.assertAlmostEqual(near / far, 8.0, places=3)


class Scenes(unittest.TestCase):
    def setUp(self):
        self.simulator = Simulator(OneVoiceEach(), 5)

    def test_a_step_belongs_to_a_span_that_covers_its_centre(self):
        self.assertEqual(self.simulator.between(0.0, 0.051), (0, 1))
        self.assertEqual(self.simulator.between(0.051, 0.149), (1, 1))
        self.assertEqual(self.simulator.between(1.05, 1.25), (10, 12))
        self.assertEqual(self.simulator.between(19.9, 25.0), (199, 200))

    def test_labels_are_where_the_voices_sound(self):
        loud, silent = [], []
        for _ in range(12):
            stem = self.simulator.people()
            power = (stem.sound.reshape(-1, STEP) ** 2).mean(1)
            anyone = stem.voices.any(1)
            loud += list(power[anyone])
            # Reverberation rings on after the voice: only steps well apart from speech must be silent.
            near = np.convolve(anyone, np.ones(17), 'same') > 0
            silent += list(power[~near])
        self.assertGreater(np.percentile(loud, 5), 1e3 * max(np.percentile(silent, 95), 1e-12))

    def test_words_add_up_and_belong_to_adults(self):
        words = steps = 0
        for _ in range(30):
            stem = self.simulator.people()
            adults = stem.voices[:, [VOICES.index('FEM'), VOICES.index('MAL')]]
            self.assertTrue((stem.words[~adults.any(1)] == 0).all())
            words += stem.words[:, 0].sum()
            steps += adults.any(1).sum()
        # Clips last about 1 s and hold 3 words: 0.3 a step, a little less with the pauses, more where two speak at once.
        self.assertGreater(steps, 300)
        self.assertAlmostEqual(words / steps, 0.3, delta=0.05)

    def test_one_person_at_a_time_is_named(self):
        for _ in range(12):
            stem = self.simulator.people()
            alone = stem.voices.sum(1) == 1
            self.assertTrue((stem.person[~alone] == -1).all())
            self.assertTrue((stem.older[stem.voices[:, 0] == 0] == -1).all())

    def test_scenes_differ_and_stay_in_range(self):
        scenes = [self.simulator.scene() for _ in range(6)]
        for samples, voices, older, words, person in scenes:
            self.assertEqual(samples.shape, (20 * RATE,))
            self.assertTrue(np.isfinite(samples).all() and np.abs(samples).max() <= 1)
            self.assertEqual((voices.shape, older.shape, words.shape, person.shape), ((200, 6), (200,), (200, 2), (200,)))
        self.assertGreater(len({float(s[0][4000]) for s in scenes}), 4)

    def test_joins_over_short_pauses(self):
        self.assertEqual(joined([(2.0, 3.0), (0.0, 1.0), (1.2, 1.5)]), [[0.0, 1.5], [2.0, 3.0]])


class Network(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(0)
        self.ears = Ears().eval()
        for module in self.ears.modules():  # as after training: statistics that are not 0 and 1
            if isinstance(module, (torch.nn.BatchNorm1d, torch.nn.BatchNorm2d)):
                module.running_mean.normal_(0, 0.2)
                module.running_var.uniform_(0.5, 2)
        self.samples = torch.randn(1, 60 * STEP) * 0.1

    def test_small_enough(self):
        self.assertLess(sum(p.numel() for p in self.ears.parameters()), 2_000_000)

    def test_every_band_hears_something(self):
        self.assertTrue((mel_filters().sum(0) > 0.99).all())

    def test_both_ways_to_the_spectrum_agree(self):
        with torch.no_grad():
            fourier = self.ears.spectrum(self.samples)
            self.ears.spectrum.as_convolution = True
            self.assertLess((self.ears.spectrum(self.samples) - fourier).abs().max().item(), 1e-4)

    def test_in_pieces_as_in_one(self):
        with torch.no_grad():
            whole = self.ears(self.samples)['voices']
            state, pieces = torch.zeros(1, self.ears.state_floats), []
            for piece in torch.split(self.samples, 5 * STEP, 1):
                out = self.ears(piece, state)
                state = out['state']
                pieces.append(out['voices'])
        self.assertLess((torch.cat(pieces, 1) - whole).abs().max().item(), 1e-4)

    def test_never_looks_ahead_of_its_input(self):
        changed = self.samples.clone()
        changed[:, 40 * STEP:] = 0
        with torch.no_grad():
            before, after = self.ears(self.samples)['voices'], self.ears(changed)['voices']
        self.assertTrue(torch.equal(before[:, :40], after[:, :40]))
        self.assertFalse(torch.equal(before[:, 40:], after[:, 40:]))
        self.assertLessEqual(LOOK_AHEAD * STEP / RATE, 1.0)

    def test_onnx_gives_the_same(self):
        try:
            import onnxruntime
        except ImportError:
            self.skipTest('onnxruntime for Python is not installed; test/models checks the committed model in TypeScript')
        with tempfile.TemporaryDirectory() as folder, torch.no_grad():
            path = str(Path(folder) / 'ears.onnx')
            expected = self.ears(self.samples)
            export(self.ears, path)
            session = onnxruntime.InferenceSession(path)
            got = session.run(None, {'samples': self.samples.numpy(), 'state': np.zeros((1, self.ears.state_floats), 'float32')})
        self.assertLess(np.abs(got[0] - torch.sigmoid(expected['voices']).numpy()).max(), 1e-4)
        self.assertLess(np.abs(got[3] - expected['embedding'].numpy()).max(), 1e-3)


if __name__ == '__main__':
    unittest.main()
