/** A fully connected layer: weights are outputs x inputs, inputs innermost. */
export interface Dense {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

export function dense(input: Float32Array, { inputs, outputs, weights, bias }: Dense): Float32Array {
  const out = new Float32Array(outputs);
  for (let output = 0, at = 0; output < outputs; output += 1) {
    let sum = bias[output] as number;
    for (let i = 0; i < inputs; i += 1, at += 1) sum += (input[i] as number) * (weights[at] as number);
    out[output] = sum;
  }
  return out;
}
