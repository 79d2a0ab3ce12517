//! Commands for working on the project, called by the scripts in `tasks/`.
//!
//! `cargo xtask bindgen WASM FOLDER NAME` writes the JavaScript glue of a compiled module, its types
//! and its wasm into FOLDER. The generator is a library in the same lock file as the `wasm-bindgen`
//! that the crate is compiled with, so that the two always match. `bindgen-plain` does it for a module
//! that is to become JavaScript.

use std::path::Path;

use anyhow::{Result, bail};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["bindgen", wasm, folder, name] => bindgen(wasm.as_ref(), folder.as_ref(), name),
        ["bindgen-plain", wasm, folder, name] => bindgen_plain(wasm.as_ref(), folder.as_ref(), name),
        _ => bail!("usage: cargo xtask bindgen|bindgen-plain WASM FOLDER NAME"),
    }
}

fn bindgen(wasm: &Path, folder: &Path, name: &str) -> Result<()> {
    let mut output = Bindgen::new()
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
        .generate_output()?;
    // The names of imports, each with a hash that doesn't compress, stand in the wasm and in the
    // glue: a tenth of what a reader downloads of the latter.
    let mut names = Vec::new();
    for (number, import) in output.wasm_mut().imports.iter_mut().enumerate() {
        if import.name.starts_with("__wb") {
            let short = format!("i{number}");
            names.push((std::mem::replace(&mut import.name, short.clone()), short));
        }
    }
    output.emit(folder)?;
    let glue = folder.join(name).with_extension("js");
    let mut source = std::fs::read_to_string(&glue)?;
    // A longer name may begin with a shorter one.
    names.sort_by_key(|(long, _)| std::cmp::Reverse(long.len()));
    for (long, short) in names {
        source = source.replace(&format!("{long}:"), &format!("{short}:"));
    }
    std::fs::write(glue, source)?;
    Ok(())
}

/// The same for a module that is to become JavaScript: its glue is handed the exports by whoever imports both.
fn bindgen_plain(wasm: &Path, folder: &Path, name: &str) -> Result<()> {
    Bindgen::new()
        .input_path(wasm)
        .out_name(name)
        .typescript(true)
        .bundler(true)?
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)
}
