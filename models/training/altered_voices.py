"""Step 2: voices that no recording holds, made from those that are there, with Praat's "Change gender" (overlap-add: pitch and
vocal tract change independently, the timing stays).

  altered_voices.py BANK

Adds BANK/altered.i16 and BANK/altered.json, same layout as the clips; `origin` is the clip's index. Made are
  toddlers  from children and from women: shorter vocal tracts (formants up) and a median pitch of 280-430 Hz. No recording
            of spontaneous speech under six was at hand: this is what stands in for it
  adults    women and men with other vocal tracts, pitches and livelier melodies (talk to children is higher and livelier)
Needs the program praat, numpy, scipy."""
import argparse
import json
import multiprocessing
import subprocess
import tempfile
from pathlib import Path

import numpy as np
from scipy.io import wavfile

RATE = 16000
PAUSE = RATE // 4
BLOCK = 40 * RATE
SCRIPT = '''form Alter
  sentence in
  sentence out
  real formants
  real pitch
  real range
endform
Read from file: in$
Change gender: 75, 600, formants, pitch, range, 1
Save as WAV file: out$
'''
# What is made: from, how many clips at most, role, formant ratio, median pitch in Hz.
RECIPES = (
    ('CHILD', 9999, 'CHILD', (1.05, 1.30), (280, 430)),
    ('CHILD', 9999, 'CHILD', (1.00, 1.15), (230, 330)),
    ('FEM', 1500, 'CHILD', (1.25, 1.45), (280, 430)),
    ('FEM', 1700, 'FEM', (0.92, 1.08), (165, 310)),
    ('MAL', 1700, 'MAL', (0.90, 1.09), (85, 190)),
)


def blocks(rng, clips, recipes):
    """Clips of one speaker joined to about 40 s, each block with its own voice."""
    for number, (source, most, role, formants, pitch) in enumerate(recipes):
        chosen = [i for i, c in enumerate(clips) if c['role'] == source and c['length'] < 15 * RATE]
        if len(chosen) > most:  # the same number from each speaker, as far as there are so many
            speakers = {}
            for i in rng.permutation(chosen):
                speakers.setdefault(clips[i]['speaker'], []).append(int(i))
            turns = sorted((n, s, i) for s, own in speakers.items() for n, i in enumerate(own))
            chosen = [i for _, _, i in turns[:most]]
        chosen.sort(key=lambda i: (clips[i]['split'], clips[i]['speaker'], rng.random()))
        block, length = [], 0
        for i in [*chosen, None]:
            if block and (i is None or length > BLOCK or clips[i]['speaker'] != clips[block[0]]['speaker']):
                yield number, role, block, rng.uniform(*formants), rng.uniform(*pitch), rng.uniform(1.0, 1.6)
                block, length = [], 0
            if i is not None:
                block.append(i)
                length += clips[i]['length'] + PAUSE


def alter(job):
    bank, recipe, role, block, clips, formants, pitch, melody = job
    samples = np.memmap(bank / 'samples.i16', '<i2', 'r')
    joined = np.concatenate([np.concatenate([samples[c['at']:c['at'] + c['length']], np.zeros(PAUSE, '<i2')]) for c in clips])
    with tempfile.TemporaryDirectory() as folder:
        source, out, script = (f'{folder}/{name}' for name in ('in.wav', 'out.wav', 'alter.praat'))
        wavfile.write(source, RATE, joined)
        Path(script).write_text(SCRIPT)
        # Praat refuses a livelier melody where it would lead below zero: then the plain one, and without pitch no voice.
        for livelier in (melody, 1):
            call = ['praat', '--run', script, source, out, f'{formants:.3f}', f'{pitch:.1f}', f'{livelier:.2f}']
            if subprocess.run(call, capture_output=True).returncode == 0:
                break
        else:
            return []
        rate, y = wavfile.read(out)
    assert rate == RATE
    y = np.pad(y, (0, max(0, len(joined) - len(y))))
    made, at = [], 0
    for i, c in zip(block, clips):
        made.append((y[at:at + c['length']].astype('<i2'),
                     dict(c, role=role, origin=i, recipe=recipe, formants=formants, speaker=f"{c['speaker']}~{recipe}", f0=pitch)))
        at += c['length'] + PAUSE
    return made


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('bank', type=Path)
    a = arguments.parse_args()
    clips = json.load(open(a.bank / 'clips.json'))
    rng = np.random.default_rng(1)
    jobs = ((a.bank, recipe, role, block, [clips[i] for i in block], *voice)
            for recipe, role, block, *voice in blocks(rng, clips, RECIPES))
    made, at = [], 0
    with open(a.bank / 'altered.i16', 'wb') as out, multiprocessing.Pool() as pool:
        for block in pool.imap(alter, jobs):
            for y, facts in block:
                out.write(y.tobytes())
                made.append(dict(facts, at=at))
                at += len(y)
    json.dump(made, open(a.bank / 'altered.json', 'w'))
    print(len(made), 'clips', round(at / RATE / 60, 1), 'min')


if __name__ == '__main__':
    main()
