import type { WeightGrammar } from "./weight-syntax.js";

/** ComfyUI's identifier and the AUTOMATIC1111 label of samplers that both have. */
const SAMPLERS: readonly (readonly [comfyui: string, a1111: string])[] = [
  ["euler", "Euler"],
  ["euler_ancestral", "Euler a"],
  ["heun", "Heun"],
  ["dpm_2", "DPM2"],
  ["dpm_2_ancestral", "DPM2 a"],
  ["lms", "LMS"],
  ["dpm_fast", "DPM fast"],
  ["dpm_adaptive", "DPM adaptive"],
  ["dpmpp_2s_ancestral", "DPM++ 2S a"],
  ["dpmpp_sde", "DPM++ SDE"],
  ["dpmpp_2m", "DPM++ 2M"],
  ["dpmpp_2m_sde", "DPM++ 2M SDE"],
  ["dpmpp_3m_sde", "DPM++ 3M SDE"],
  ["ddim", "DDIM"],
  ["uni_pc", "UniPC"],
  ["lcm", "LCM"],
];

const SCHEDULERS: readonly (readonly [comfyui: string, a1111: string])[] = [
  ["normal", "Automatic"],
  ["karras", "Karras"],
  ["exponential", "Exponential"],
  ["sgm_uniform", "SGM Uniform"],
  ["simple", "Simple"],
  ["beta", "Beta"],
];

type Table = readonly (readonly [comfyui: string, a1111: string])[];

function rename(name: string, table: Table, to: 0 | 1): string {
  const lower = name.toLowerCase();
  return table.find((row) => row.some((known) => known.toLowerCase() === lower))?.[to] ?? name;
}

interface Sampling {
  readonly sampler?: string;
  readonly scheduler?: string;
}

/** Older AUTOMATIC1111 texts write both in one: "DPM++ 2M Karras". */
function parted({ sampler, scheduler }: Sampling): Sampling {
  const joined = sampler === undefined ? null : /^(.+) (Karras|Exponential)$/iu.exec(sampler);
  if (joined === null || scheduler !== undefined) {
    return {
      ...(sampler === undefined ? {} : { sampler }),
      ...(scheduler === undefined ? {} : { scheduler }),
    };
  }
  return { sampler: joined[1] ?? "", scheduler: joined[2] ?? "" };
}

/** The names as the tools of a grammar spell them; a name that is in no table stays as it is. */
export function samplingFor(sampling: Sampling, grammar: WeightGrammar): Sampling {
  const { sampler, scheduler } = parted(sampling);
  const to = grammar === "comfyui" ? 0 : 1;
  const spelled = grammar === "comfyui" || grammar === "a1111";
  return {
    ...(sampler === undefined ? {} : { sampler: spelled ? rename(sampler, SAMPLERS, to) : sampler }),
    ...(scheduler === undefined
      ? {}
      : { scheduler: spelled ? rename(scheduler, SCHEDULERS, to) : scheduler }),
  };
}
