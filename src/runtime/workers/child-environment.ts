/** What decoders and Node need of the environment; what else is there, such as tokens, stays out of their reach. */
const PASSED =
  /^(HOME|PATH|LANG|LC_\w+|TZ|TMPDIR|TMP|TEMP|SYSTEMROOT|WINDIR|XDG_\w+|FONTCONFIG_\w+|VIPS_\w+|MALLOC_\w+|(LD|DYLD)_\w+|UV_THREADPOOL_SIZE)$/i;

/** Few malloc arenas unless the user says otherwise: glibc keeps what each has freed, which counts as resident. */
export function childEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const passed = Object.entries(environment).filter(([name]) => PASSED.test(name));
  return { MALLOC_ARENA_MAX: "2", ...Object.fromEntries(passed) };
}
