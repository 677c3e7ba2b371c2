"""Step 6: smaller files. quantise.py IN.onnx OUT.onnx [--to float16|int8]

float16  weights are stored as 16-bit floats and cast when the model is opened: half the size, computed in 32 bits as before
int8     weights are stored as 8-bit integers with a scale per output channel (symmetric): a quarter, computed in 32 bits
The Fourier kernels stay as they are: rounding them would lift the spectrum's floor."""
import argparse
import hashlib
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


def shrunk(model, to, smallest=2048):
    graph, casts = model.graph, []
    kept = []
    for tensor in graph.initializer:
        values = numpy_helper.to_array(tensor)
        is_kernel = values.ndim == 3 and values.shape[1:] == (1, 640)
        if values.dtype != np.float32 or values.size < smallest or is_kernel:
            kept.append(tensor)
            continue
        small = tensor.name + '_small'
        if to == 'float16':
            kept.append(numpy_helper.from_array(values.astype(np.float16), small))
            casts.append(helper.make_node('Cast', [small], [tensor.name], to=TensorProto.FLOAT))
        else:
            scale = np.maximum(np.abs(values).reshape(len(values), -1).max(1) / 127, 1e-12).astype(np.float32)
            whole = np.round(values / scale.reshape(-1, *[1] * (values.ndim - 1))).astype(np.int8)
            kept += [numpy_helper.from_array(whole, small), numpy_helper.from_array(scale, small + '_scale'),
                     numpy_helper.from_array(np.zeros(len(scale), np.int8), small + '_zero')]
            casts.append(helper.make_node('DequantizeLinear', [small, small + '_scale', small + '_zero'], [tensor.name], axis=0))
    del graph.initializer[:]
    graph.initializer.extend(kept)
    nodes = [*casts, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.checker.check_model(model)
    return model


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('source', type=Path)
    arguments.add_argument('out', type=Path)
    arguments.add_argument('--to', choices=['float16', 'int8'], default='float16')
    a = arguments.parse_args()
    onnx.save(shrunk(onnx.load(a.source), a.to), a.out)
    print(a.out.stat().st_size, 'bytes', hashlib.sha256(a.out.read_bytes()).hexdigest())


if __name__ == '__main__':
    main()
