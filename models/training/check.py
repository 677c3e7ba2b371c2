"""A quick look at a network on scenes while it is trained: F1 per class on 100 ms steps at threshold 0.5, no smoothing. The
figures that count are made by the app's own pipeline: npm run eval:speech."""
import numpy as np
import torch

from ears import LOOK_AHEAD, STEP, VOICES
from sounds import decode

LABELS = {'KCHI': 'CHI', 'OCH': 'CHI', **{v: v for v in VOICES}}


def read_scenes(folder):
    """-> [(samples (N,), labels (K, 6), words)]"""
    import json
    scenes = []
    for rttm in sorted(folder.glob('*.rttm')):
        sound = next(p for p in (rttm.with_suffix('.wav'), rttm.with_suffix('.opus')) if p.exists())
        y = decode(sound)
        k = len(y) // STEP
        labels, centres = np.zeros((k, len(VOICES)), bool), (np.arange(k) + 0.5) * 0.1
        for line in rttm.read_text().splitlines():
            field = line.split()
            if field[7] in LABELS:
                start, length = float(field[3]), float(field[4])
                labels[(centres >= start) & (centres < start + length), VOICES.index(LABELS[field[7]])] = True
        scenes.append((y[:k * STEP], labels, json.loads(rttm.with_suffix('.json').read_text()).get('adult_words', 0)))
    return scenes


def listen(ears, y):
    """-> probabilities (K, 6) and words (K,) of one sound"""
    padded = torch.from_numpy(np.concatenate([y, np.zeros(LOOK_AHEAD * STEP, 'float32')]))[None]
    ears.eval()
    with torch.no_grad():
        out = ears(padded)
    return torch.sigmoid(out['voices'])[0, LOOK_AHEAD:].numpy(), out['words'][0, LOOK_AHEAD:].numpy()


def check(ears, scenes):
    hit, said, true = np.zeros(len(VOICES)), np.zeros(len(VOICES)), np.zeros(len(VOICES))
    errors, child = [], np.zeros(3)
    for y, labels, words in scenes:
        probability, rate = listen(ears, y)
        found = probability > 0.5
        hit += (found & labels).sum(0)
        said += found.sum(0)
        true += labels.sum(0)
        f, t = found[:, [0, 4, 5]].any(1), labels[:, [0, 4, 5]].any(1)
        child += (f & t).sum(), f.sum(), t.sum()
        if words:
            errors.append((rate[:, 0].sum() - words) / words)
    f1 = 2 * hit / np.maximum(1, said + true)
    chi = 2 * child[0] / max(1, child[1:].sum())
    return dict(macro=round(float(chi + f1[1] + f1[2]) / 3, 3), **{v: round(float(x), 3) for v, x in zip(VOICES, f1)},
                words_error=round(float(np.median(np.abs(errors))), 3), words_bias=round(float(np.mean(errors)), 3))
