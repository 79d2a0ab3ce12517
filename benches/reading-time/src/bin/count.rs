//! Counts the words of each file named, and prints the milliseconds of the fastest of some runs, a line each.

#[cfg(not(target_arch = "wasm32"))]
#[allow(dead_code)]
#[path = "../../../../src/text/mod.rs"]
mod text;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    for file in std::env::args().skip(1) {
        const RUNS: u32 = 20;
        let content = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
        let fastest = (0..RUNS)
            .map(|_| {
                let started = std::time::Instant::now();
                std::hint::black_box(text::words::count(std::hint::black_box(&content)));
                started.elapsed()
            })
            .min();
        println!("{}", fastest.map_or(0.0, |time| time.as_secs_f64() * 1000.0));
    }
}
