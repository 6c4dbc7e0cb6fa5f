import { describe } from "../../app/describe.js";
import type { OpenedInput, Services, WantedPixels } from "../../app/ports.js";
import { read } from "../../app/read.js";
import type { OnStage, Stage } from "../../app/stage.js";
import type { DecodedImage } from "../../image/decoded.js";
import type { ReadLimits } from "../node.js";
import { nodeServices } from "../node.js";
import type { Job } from "./messages.js";
import { previewUrl } from "./preview.js";
import type { ParentServices } from "./task.js";

/** Does what the job asks, in this process. @throws what describe and read throw */
export async function runJob(
  job: Job,
  limits: ReadLimits,
  onStage: OnStage,
  parents: ParentServices = {},
): Promise<unknown> {
  const { name, bytes } = job.picture;
  const services = { ...nodeServices(limits, name), ...parents };
  if (job.kind === "read") return read(bytes, services);
  const { preview = false, ...options } = job.options;
  if (!job.stages) return describe(bytes, options, services);
  if (!preview) return describe(bytes, options, services, onStage);
  const previewed = withPreview(services, onStage);
  return describe(bytes, options, previewed.services, previewed.onStage);
}

/**
 * The preview is encoded as soon as there are pixels and is waited for before they are measured: measuring keeps
 * the thread to itself, so that the stage would otherwise come together with the next.
 */
function withPreview(services: Services, onStage: OnStage): { services: Services; onStage: OnStage } {
  let preview: string | undefined;
  const decode = async (opened: OpenedInput, wanted?: WantedPixels): Promise<DecodedImage> => {
    const decoded = await services.decode(opened, wanted);
    preview ??= await previewUrl(decoded.raster);
    return decoded;
  };
  const tell = (stage: Stage): void =>
    onStage(stage.stage === "decoded" && preview !== undefined ? { ...stage, preview } : stage);
  return { services: { ...services, decode }, onStage: tell };
}
