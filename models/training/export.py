"""Checkpoint -> ONNX: export.py CHECKPOINT OUT.onnx

Inputs samples (1, N) with N a multiple of 1600, state (1, S); outputs voices (1, K, 6) probabilities, older (1, K)
probability, words (1, K) words of English, embedding (1, K, 64), next_state (1, S). Prints the SHA-256."""
import argparse
import hashlib

import torch

from ears import Ears, STEP


class ForUse(torch.nn.Module):
    def __init__(self, ears):
        super().__init__()
        self.ears = ears

    def forward(self, samples, state):
        out = self.ears(samples, state)
        return torch.sigmoid(out['voices']), torch.sigmoid(out['older']), out['words'][:, :, 0], out['embedding'], out['state']


def load(path):
    ears = Ears()
    if path:
        ears.load_state_dict(torch.load(path, map_location='cpu')['average'])
    return ears.eval()


def export(ears, path):
    ears.spectrum.as_convolution = True
    samples, state = torch.zeros(1, 5 * STEP), torch.zeros(1, ears.state_floats)
    torch.onnx.export(
        ForUse(ears), (samples, state), path, opset_version=17, do_constant_folding=True, dynamo=False,
        input_names=['samples', 'state'], output_names=['voices', 'older', 'words', 'embedding', 'next_state'],
        dynamic_axes={'samples': {1: 'n'}, 'voices': {1: 'k'}, 'older': {1: 'k'}, 'words': {1: 'k'}, 'embedding': {1: 'k'}})


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument('checkpoint', help="'' for an untrained network")
    arguments.add_argument('out')
    a = arguments.parse_args()
    ears = load(a.checkpoint)
    export(ears, a.out)
    print(sum(p.numel() for p in ears.parameters()), 'parameters,', ears.state_floats, 'floats of state,',
          hashlib.sha256(open(a.out, 'rb').read()).hexdigest())


if __name__ == '__main__':
    main()
