"""Curves of a training run as a picture: plot.py RUN/log.jsonl OUT.png (needs matplotlib)."""
import json
import sys

import matplotlib
matplotlib.use('Agg')
from matplotlib import pyplot


def main():
    lines = [json.loads(line) for line in open(sys.argv[1])]
    steps = [line['step'] for line in lines]
    figure, (left, right) = pyplot.subplots(1, 2, figsize=(11, 4))
    for name in ('voices', 'older', 'words'):
        left.plot(steps, [line[name] for line in lines], label=name)
    left.set(title='training loss', xlabel='step', ylim=(0, None))
    left.legend()
    for name in ('macro', 'CHI', 'FEM', 'MAL', 'ELE', 'CRY'):
        if name in lines[0]:
            right.plot(steps, [line[name] for line in lines], label=name, linewidth=2.5 if name == 'macro' else 1)
    right.set(title='F1 on development scenes (threshold 0.5, running average of weights)', xlabel='step', ylim=(0, 1))
    right.legend()
    for axis in (left, right):
        axis.grid(alpha=0.3)
    figure.tight_layout()
    figure.savefig(sys.argv[2], dpi=110)


if __name__ == '__main__':
    main()
