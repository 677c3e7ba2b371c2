"""The bank of clips (sounds.py, altered_voices.py), drawn from evenly over speakers."""
import json
from pathlib import Path

import numpy as np

RATE = 16000
ADULTS = ('FEM', 'MAL')


class Bank:
    """role -> speaker -> clips. `samples(clip)` gives float32 with RMS 1 over the clip's spans."""

    def __init__(self, folder, split, without=()):
        """@param without sources left out, to judge on voices from a place never heard in training"""
        folder = Path(folder)
        self.roles = {}
        for name in ('clips.json', 'altered.json'):
            if not (folder / name).exists():
                continue
            data = np.memmap(folder / ('samples.i16' if name == 'clips.json' else 'altered.i16'), '<i2', 'r')
            for clip in json.load(open(folder / name)):
                if clip['split'] == split and clip['source'] not in without:
                    clip['data'] = data
                    self.roles.setdefault(clip['role'], {}).setdefault(clip['speaker'], []).append(clip)
        self.names = {role: sorted(speakers) for role, speakers in self.roles.items()}
        self.numbers = {name: i for i, name in enumerate(sorted({n.split('~')[0] for role in ('CHILD', *ADULTS) for n in self.names.get(role, ())}))}
        self.weights = {}
        for role, speakers in self.roles.items():
            w = np.array([weight_of(name, speakers[name]) for name in self.names[role]])
            self.weights[role] = w / w.sum()

    def has(self, role):
        return role in self.roles

    def speaker(self, rng, role):
        return self.names[role][rng.choice(len(self.names[role]), p=self.weights[role])]

    def clip(self, rng, role, speaker=None):
        own = self.roles[role][speaker or self.speaker(rng, role)]
        return own[rng.integers(len(own))]


def weight_of(name, clips):
    """How often a voice is drawn: one with three clips less often than one with three hundred, but not a hundred times less;
    an altered voice less often than a recorded one; and an adult who reads sentences more often than one who says single
    words, because the children do read sentences and the style must not tell the age."""
    reads = clips[0]['source'] == 'speechocean762' and clips[0]['role'] in ADULTS
    return min(60, len(clips)) ** 0.5 * (0.4 if '~' in name else 1) * (2 if reads else 1)


def samples(clip):
    y = np.asarray(clip['data'][clip['at']:clip['at'] + clip['length']], 'float32')
    spans = clip['spans'] or [[0, len(y)]]
    active = np.concatenate([y[a:b] for a, b in spans])
    return y / (np.sqrt(np.mean(active ** 2)) + 1e-6)
