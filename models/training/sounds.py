"""Step 1, features: every clip decoded once into one file of 16 kHz samples with an index.

  sounds.py --speech ../../../shared/speech --out BANK [--extra FOLDER]

Writes BANK/samples.i16 (mono, 16 kHz, 16 bit) and BANK/clips.json: a list of {at, length, spans, role, speaker, source,
words, syllables, age, split}. spans are (start, end) samples in which the clip is above its own energy threshold, joined over
pauses < 0.3 s: the definition of a segment in the scenes. --extra names unpacked Debian packages (see README.md): more voices
and music, train split only.

Roles: FEM MAL CHILD (up to 12 years or unknown) CRY NOISE MUSIC. Needs numpy, scipy, soundfile."""
import argparse
import csv
import json
import multiprocessing
import re
from pathlib import Path

import numpy as np
import soundfile
from scipy.signal import resample_poly

RATE = 16000


def decode(path, longest=None):
    """Any sound file -> mono float32 at 16 kHz."""
    with soundfile.SoundFile(path) as f:
        rate = f.samplerate
        y = f.read(-1 if longest is None else int(longest * rate), dtype='float32', always_2d=True).mean(1)
    if rate != RATE:
        divisor = np.gcd(rate, RATE)
        y = resample_poly(y, RATE // divisor, rate // divisor)
    return y.astype('float32')


def active_spans(y, join=0.3, shortest=0.1):
    """Stretches (start, end), in samples, in which 20 ms frames are above the clip's own threshold: between its loud and quiet
    frames, at most 28 dB below the loud (95th percentile) and at least 12 dB."""
    frames = (len(y) - 320) // 160
    if frames < 5:
        return []
    energy = np.concatenate([[0], np.cumsum(y.astype('float64') ** 2)])
    at = np.arange(frames) * 160
    level = 10 * np.log10((energy[at + 320] - energy[at]) / 320 + 1e-10)
    loud, quiet = np.percentile(level, [95, 5])
    on = (level > min(max(loud - 28, quiet + 8), loud - 12)).astype(int)
    edges = np.diff(np.concatenate([[0], on, [0]]))
    spans = []
    for start, end in zip(np.flatnonzero(edges == 1) * 160, np.flatnonzero(edges == -1) * 160 + 160):
        if end - start < 0.03 * RATE:
            continue
        if spans and start - spans[-1][1] < join * RATE:
            spans[-1][1] = int(end)
        else:
            spans.append([int(start), int(end)])
    return [s for s in spans if s[1] - s[0] >= shortest * RATE]


def without_padding(y):
    """Cuts digital silence at both ends: clips padded with zeros would give their class away."""
    loud = np.flatnonzero(np.abs(y) > 1e-4)
    return y[loud[0]:loud[-1] + 1] if len(loud) else y[:0]


def role_of(row):
    kind, age = row['kind'], float(row['age_years']) if row['age_years'] else None
    if kind == 'adult_female':
        return 'FEM'
    if kind == 'adult_male':
        return 'MAL'
    if kind == 'child' and (age is None or age <= 12):
        return 'CHILD'
    if kind == 'infant_cry' and 'raw_unverified' not in row['detail']:
        return 'CRY'
    if kind == 'noise':
        return 'MUSIC' if row['detail'] == 'music' else 'NOISE'
    return None  # 13-15 years is neither a child here nor an adult; unverified cries hold other sounds


def manifest_jobs(speech):
    for row in csv.DictReader(open(speech / 'manifest.csv', encoding='utf8')):
        role = role_of(row)
        if role is None:
            continue
        number = lambda key: float(row[key]) if row[key] else None
        yield speech / row['file'], None, dict(
            role=role, speaker=row['detail'] if role == 'NOISE' else row['speaker_id'], source=row['source'], split=row['split'],
            age=number('age_years'), words=number('word_count'), syllables=number('syllable_count_estimate'),
            f0=number('f0_hz'))


def extra_jobs(folder):
    """Debian packages: the two actors of each dubbing of fillets-ng (the small fish is a woman, the big one a man), and music."""
    for path in sorted(folder.rglob('*.ogg')):
        package = path.relative_to(folder).parts[0]
        made = dict(source=package, split='train', age=None, words=None, syllables=None, f0=None)
        actor = re.search(r'-(m|v)-', path.name)
        if package in ('fillets-ng-data-cs', 'fillets-ng-data-nl') and actor:
            role = 'FEM' if actor[1] == 'm' else 'MAL'
            yield path, None, dict(made, role=role, speaker=f'{package}-{actor[1]}')
        elif 'music' in str(path.relative_to(folder)).lower():
            yield path, 90, dict(made, role='MUSIC', speaker=path.stem)
        elif package == 'minetest-data':
            yield path, 20, dict(made, role='NOISE', speaker=re.sub(r'[.\d]+$', '', path.stem))


def work(job):
    path, longest, facts = job
    try:
        y = without_padding(decode(path, longest))
    except (RuntimeError, OSError) as error:
        print(f'left out {path.name}: {error}')
        return None
    spans = active_spans(y)
    if not spans and facts['role'] not in ('NOISE', 'MUSIC') or len(y) < 1600:
        return None
    peak = np.abs(y).max() + 1e-9
    return (y / peak * 30000).astype('<i2'), dict(facts, spans=spans)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('--speech', type=Path, required=True)
    arguments.add_argument('--extra', type=Path)
    arguments.add_argument('--out', type=Path, required=True)
    a = arguments.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    jobs = [*manifest_jobs(a.speech), *(extra_jobs(a.extra) if a.extra else [])]
    clips, at = [], 0
    with open(a.out / 'samples.i16', 'wb') as out, multiprocessing.Pool() as pool:
        for done in pool.imap(work, jobs, chunksize=32):
            if done is None:
                continue
            samples, facts = done
            out.write(samples.tobytes())
            clips.append(dict(at=at, length=len(samples), **facts))
            at += len(samples)
    json.dump(clips, open(a.out / 'clips.json', 'w'))
    for role in sorted({c['role'] for c in clips}):
        of = [c for c in clips if c['role'] == role]
        print(role, len(of), 'clips', len({c['speaker'] for c in of}), 'speakers', round(sum(c['length'] for c in of) / RATE / 60, 1), 'min')


if __name__ == '__main__':
    main()
