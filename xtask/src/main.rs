//! Commands for working on the project, called by the scripts in `tasks/`.
//!
//! `cargo xtask bindgen WASM FOLDER NAME` writes the JavaScript glue of a compiled module, its types
//! and its wasm into FOLDER. The generator is a library in the same lock file as the `wasm-bindgen`
//! that the crate is compiled with, so that the two always match.

use std::path::Path;

use anyhow::{Result, bail};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["bindgen", wasm, folder, name] => bindgen(wasm.as_ref(), folder.as_ref(), name),
        _ => bail!("usage: cargo xtask bindgen WASM FOLDER NAME"),
    }
}

fn bindgen(wasm: &Path, folder: &Path, name: &str) -> Result<()> {
    Bindgen::new()
        .input_path(wasm)
        .out_name(name)
        .typescript(true)
        .web(true)?
        // The scripts name the wasm's address themselves, each in the way its loader understands.
        .omit_default_module_path(true)
        // After a trap an instance is dead: `refresh()` asks for a fresh one.
        .reset_state_function(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)
}
