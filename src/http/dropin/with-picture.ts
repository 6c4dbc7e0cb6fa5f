import type { Context } from "hono";
import type { DescriberContext, Upload } from "../../app/describer.js";
import { clientOf } from "../guard/client.js";
import type { Gate } from "../guard/gate.js";
import { pictureBytes } from "../routes/intake/base64.js";

/**
 * Works on the base64 picture of a drop-in request when its turn comes.
 *
 * @throws ImpromptError `input-empty`, `invalid-option`, and what the gate and the work throw
 */
export function withPicture<T>(
  c: Context,
  gate: Gate,
  image: string,
  work: (picture: Upload, context: DescriberContext) => Promise<T>,
): Promise<T> {
  const picture: Upload = { name: "image", bytes: pictureBytes(image, "image") };
  return gate.run(clientOf(c), c.req.raw.signal, (signal) => work(picture, { signal }));
}
