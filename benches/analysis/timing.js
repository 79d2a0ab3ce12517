// One sample of an analysis. It crosses into Chromium as source text, so it sees only its arguments.

/** Times, in ms, of `analyze(text)` of the module at `address`, which nothing has loaded yet. */
export async function timeAnalysis(address, text) {
  const now = () => performance.now();
  // The page's wasm is loaded within the first call: that ends with its instantiation.
  let loaded;
  const { instantiate, Instance } = WebAssembly;
  Object.assign(WebAssembly, {
    async instantiate(source, imports) {
      const instance = await instantiate(source, imports);
      loaded = now();
      return instance;
    },
  });
  // Node's is instantiated synchronously.
  WebAssembly.Instance = new Proxy(Instance, {
    construct(target, [module, imports]) {
      const instance = new target(module, imports);
      loaded = now();
      return instance;
    },
  });

  const start = now();
  const { analyze } = await import(address);
  loaded = now();
  const { topics } = await analyze(text);
  const end = now();
  if (topics.length === 0) throw new Error(`${address} found no topics in the text.`);

  return { fromImport: end - start, first: end - loaded, warm: await warm(), told: await warm({ language: "de" }) };

  /** The median of 100 further calls. */
  async function warm(options) {
    const times = [];
    for (let call = 0; call < 100; call++) {
      const before = now();
      await analyze(text, options);
      times.push(now() - before);
    }
    times.sort((a, b) => a - b);
    return (times[49] + times[50]) / 2;
  }
}
