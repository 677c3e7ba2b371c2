"""Step 7: what PyTorch says to a sound that anybody can make again: parity.py CHECKPOINT OUT.json

The sound: 6 s of a gliding tone with harmonics over noise from a linear congruential generator (constants of Numerical
Recipes), see `known_sound`; test/models/parity.test.ts makes the same and asks the committed ONNX file."""
import argparse
import json
from pathlib import Path

import numpy as np
import torch

from ears import RATE
from export import load

SECONDS = 6


def known_sound():
    """(96000,) float32"""
    n = SECONDS * RATE
    t = np.arange(n) / RATE
    phase = 2 * np.pi * (140 * t + 30 * t ** 2)
    tone = sum(np.sin(k * phase) / k for k in range(1, 9)) * (np.floor(t * 3) % 2)
    seed, noise = 1, np.empty(n)
    for i in range(n):
        seed = (1664525 * seed + 1013904223) % 2 ** 32
        noise[i] = seed / 2 ** 31 - 1
    return (0.08 * tone + 0.01 * noise).astype('float32')


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('checkpoint')
    arguments.add_argument('out', type=Path)
    a = arguments.parse_args()
    with torch.no_grad():
        out = load(a.checkpoint)(torch.from_numpy(known_sound())[None])
    said = dict(voices=torch.sigmoid(out['voices'])[0], older=torch.sigmoid(out['older'])[0], words=out['words'][0, :, 0], embedding=out['embedding'][0])
    a.out.write_text(json.dumps({name: np.round(value.numpy(), 5).tolist() for name, value in said.items()}) + '\n')


if __name__ == '__main__':
    main()
