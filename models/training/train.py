"""Step 4: training on scenes made on the fly.

  train.py --bank BANK --out RUN [--steps 15000] [--seed 1] [--without SOURCE ...] [--check SCENES] [--start CHECKPOINT]

Every 500 steps: RUN/latest.pt (weights, their running average, the optimiser: training goes on from it), RUN/log.jsonl, and,
with --check, the F1 per class at threshold 0.5 on a folder of scenes (wav and rttm)."""
import argparse
import copy
import json
import math
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from check import check, read_scenes
from clips import Bank
from ears import EMBEDDING, LOOK_AHEAD, Ears, MelSpectrum
from scenes import Simulator

BATCH = 8
SECONDS = 16
REPORT = 500
CLASS_WEIGHT = torch.tensor([1.0, 1.2, 1.2, 0.5, 0.8, 0.6])
TASK_WEIGHT = {'voices': 1.0, 'older': 0.1, 'words': 0.25, 'person': 0.03}


class Scenes(torch.utils.data.IterableDataset):
    """Batches of scenes as spectra, made by a worker process."""

    def __init__(self, folder, seed, without):
        self.folder, self.seed, self.without = folder, seed, without

    def __iter__(self):
        torch.set_num_threads(1)
        worker = torch.utils.data.get_worker_info()
        simulator = Simulator(Bank(self.folder, 'train', self.without), [*self.seed, worker.id], SECONDS)
        spectrum = MelSpectrum()
        while True:
            samples, *labels = (torch.from_numpy(np.stack(column)) for column in zip(*(simulator.scene() for _ in range(BATCH))))
            yield [spectrum(F.pad(samples, (MelSpectrum.TAIL, 0))), *labels]


def losses(out, labels, people):
    """The outputs speak of LOOK_AHEAD steps earlier. people: (persons, EMBEDDING), a direction for each known voice."""
    voices, older, words, person = (label[:, :-LOOK_AHEAD] for label in labels)
    said = {name: value[:, LOOK_AHEAD:].float() for name, value in out.items()}
    each = F.binary_cross_entropy_with_logits(said['voices'], voices * 0.98 + 0.01, reduction='none')
    result = {'voices': (each * CLASS_WEIGHT).mean()}
    each = F.binary_cross_entropy_with_logits(said['older'], older.clamp(min=0), reduction='none')
    result['older'] = mean_where(older >= 0, each)
    each = said['words'] - words * torch.log(said['words'] + 1e-3)
    result['words'] = mean_where(words >= 0, each)
    directions = F.normalize(said['embedding'], dim=2) @ F.normalize(people, dim=1).T
    each = F.cross_entropy(20 * directions.flatten(0, 1), person.clamp(min=0).flatten(), reduction='none')
    result['person'] = mean_where(person.flatten() >= 0, each)
    return result


def mean_where(known, values):
    """Mean of the values that are known, 0 if none is."""
    return (values * known).sum() / known.sum().clamp(min=1)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('--bank', required=True)
    arguments.add_argument('--out', type=Path, required=True)
    arguments.add_argument('--steps', type=int, default=15000)
    arguments.add_argument('--seed', type=int, default=1)
    arguments.add_argument('--rate', type=float, default=2e-3)
    arguments.add_argument('--without', nargs='*', default=[])
    arguments.add_argument('--check', type=Path)
    arguments.add_argument('--start', type=Path, help='weights to begin with')
    a = arguments.parse_args()
    torch.manual_seed(a.seed)
    torch.set_flush_denormal(True)
    a.out.mkdir(parents=True, exist_ok=True)
    ears = Ears()
    people = torch.nn.Parameter(torch.randn(len(Bank(a.bank, 'train', a.without).numbers), EMBEDDING))
    if a.start:
        ears.load_state_dict(torch.load(a.start)['average'], strict=False)  # all but the fixed spectrum
    average, first = copy.deepcopy(ears), 0
    optimiser = torch.optim.AdamW([*ears.parameters(), people], lr=a.rate, weight_decay=0.01)
    if (a.out / 'latest.pt').exists():
        saved = torch.load(a.out / 'latest.pt')
        ears.load_state_dict(saved['weights'])
        average.load_state_dict(saved['average'])
        optimiser.load_state_dict(saved['optimiser'])
        people.data, first = saved['people'], saved['step']
    scenes = read_scenes(a.check) if a.check else []
    batches = iter(torch.utils.data.DataLoader(Scenes(a.bank, [a.seed, first], a.without), batch_size=None, num_workers=1, prefetch_factor=6))
    log, began, sums = open(a.out / 'log.jsonl', 'a'), time.time(), {}
    for step in range(first, a.steps):
        share = step / a.steps
        for group in optimiser.param_groups:
            group['lr'] = a.rate * min(1, (step + 1) / 200) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * share)))
        spectra, *labels = next(batches)
        with torch.autocast('cpu', torch.bfloat16):
            out = ears.learn(spectra)
        parts = losses(out, labels, people)
        optimiser.zero_grad()
        sum(TASK_WEIGHT[name] * value for name, value in parts.items()).backward()
        torch.nn.utils.clip_grad_norm_(ears.parameters(), 2.0)
        optimiser.step()
        keep = min(0.999, 1 - 1 / (step / 10 + 2))
        with torch.no_grad():
            for mean, now in zip(average.state_dict().values(), ears.state_dict().values()):
                mean.lerp_(now, 1 - keep) if mean.is_floating_point() else mean.copy_(now)
        for name, value in parts.items():
            sums[name] = sums.get(name, 0) + value.item()
        if (step + 1) % REPORT == 0 or step + 1 == a.steps:
            torch.save(dict(weights=ears.state_dict(), average=average.state_dict(), optimiser=optimiser.state_dict(), people=people.data, step=step + 1), a.out / 'latest.pt')
            line = dict(step=step + 1, minutes=round((time.time() - began) / 60, 1), **{k: round(v / REPORT, 4) for k, v in sums.items()})
            if scenes:
                line.update(check(average, scenes))
            print(json.dumps(line), file=log, flush=True)
            sums = {}


if __name__ == '__main__':
    main()
