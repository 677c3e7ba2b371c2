import { strictAssert } from '../../../common/assert'
import { EMBEDDING_LENGTH } from '../../../common/listening/child-policy'

const BYTES_PER_NUMBER = 4

/** How alike two voices are: the cosine of their embeddings, both of length 1; -1 to 1. */
export function likeness(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
}

/** The embedding as it is stored: 32-bit floats, little-endian on every computer. */
export function toBlob(embedding: Float32Array): Buffer {
  strictAssert(embedding.length === EMBEDDING_LENGTH, 'an embedding has 64 numbers')
  const blob = Buffer.alloc(EMBEDDING_LENGTH * BYTES_PER_NUMBER)
  embedding.forEach((value, index) => blob.writeFloatLE(value, index * BYTES_PER_NUMBER))
  return blob
}

export function fromBlob(blob: Buffer): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: EMBEDDING_LENGTH }, (_, index) => blob.readFloatLE(index * BYTES_PER_NUMBER))
}

/** Whether an embedding is one that the listener may send: 64 finite numbers of length 1. */
export function isUnit(embedding: Float32Array): boolean {
  return embedding.length === EMBEDDING_LENGTH && Math.abs(likeness(embedding, embedding) - 1) < 1e-3
}
