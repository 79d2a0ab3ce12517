// The core as JavaScript, for pages whose policy refuses wasm: the same Rust, several times as slow.

export * from "#glue/plain";
