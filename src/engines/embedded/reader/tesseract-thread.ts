import type { Worker as Thread } from "node:worker_threads";
import { ImpromptError } from "../../../base/error.js";
import type { TesseractPage } from "./read-words.js";

type Tesseract = typeof import("tesseract.js");
type PSM = import("tesseract.js").PSM;

export interface Recognizer {
  /** @throws ImpromptError `engine-failed` */
  readonly recognize: (image: Uint8Array) => Promise<TesseractPage>;
  readonly close: () => Promise<void>;
}

const LSTM_ONLY = 1;
const SPARSE_TEXT = "11";

const failed = (cause: unknown): ImpromptError =>
  new ImpromptError("engine-failed", "the reader of lettering failed", { cause });

/** Settles as `work` does, or fails with the first cause that `fail` is called with. */
interface Fate {
  readonly fail: (cause: unknown) => void;
  readonly bind: <T>(work: Promise<T>) => Promise<T>;
}

function fateOf(): Fate {
  let fail: (cause: unknown) => void = () => undefined;
  const end = new Promise<never>((_, reject) => {
    fail = (cause) => reject(failed(cause));
  });
  end.catch(() => undefined);
  return { fail, bind: (work) => Promise.race([work, end]) };
}

/**
 * tesseract.js starts a thread and hands it out only once all went well, leaves its errors to the process, and never
 * answers where its data cannot be read. So the thread is taken where Node announces it.
 */
function watchThread(fate: Fate): { readonly thread: () => Thread | undefined; readonly stop: () => void } {
  let started: Thread | undefined;
  const onWorker = (thread: Thread): void => {
    started = thread;
    thread.on("error", fate.fail);
    thread.on("exit", () => fate.fail("its thread ended"));
    // Leptonica tells of empty boxes there
    thread.stderr.unpipe();
    thread.stderr.resume();
  };
  process.once("worker", onWorker);
  return { thread: () => started, stop: () => process.off("worker", onWorker) };
}

/** tesseract.js with the English data of `folder`, in a thread that keeps the process alive only while it works. */
export async function startTesseract(tesseract: Tesseract, folder: string): Promise<Recognizer> {
  const fate = fateOf();
  const watch = watchThread(fate);
  const close = async (): Promise<void> => {
    await watch.thread()?.terminate();
  };
  let starting = true;
  try {
    const worker = await fate.bind(
      tesseract.createWorker("eng", LSTM_ONLY, {
        langPath: folder,
        gzip: true,
        cacheMethod: "none",
        // a picture that cannot be read fails its own promise; without a handler it would end the process
        errorHandler: (cause: unknown) => (starting ? fate.fail(cause) : undefined),
      }),
    );
    starting = false;
    await worker.setParameters({ tessedit_pageseg_mode: SPARSE_TEXT as PSM, debug_file: "/dev/null" });
    watch.thread()?.unref();
    const recognize = async (image: Uint8Array): Promise<TesseractPage> => {
      watch.thread()?.ref();
      try {
        const job = worker.recognize(Buffer.from(image), {}, { text: false, blocks: true });
        return (await fate.bind(job)).data;
      } catch (error) {
        throw error instanceof ImpromptError ? error : failed(error);
      } finally {
        watch.thread()?.unref();
      }
    };
    return { recognize, close };
  } catch (error) {
    await close();
    throw error;
  } finally {
    watch.stop();
  }
}
