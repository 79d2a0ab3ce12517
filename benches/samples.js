// Samples of the same thing, and the one number that stands for them.

/** The middle one, which a busy moment of the machine doesn't move. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * `count` samples of each of `subjects` (an object of functions), interleaved so that a busy moment
 * meets all of them, after one round that only warms the machine's file cache.
 */
export async function interleaved(count, subjects) {
  const names = Object.keys(subjects);
  const samples = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round <= count; round++) {
    // Whoever is measured second finds the processor warmer: they take turns.
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const sample = await subjects[name]();
      if (round > 0) samples[name].push(sample);
    }
  }
  return samples;
}

/** The median of each number of the samples, which are objects of numbers. */
export function medians(samples) {
  return Object.fromEntries(Object.keys(samples[0]).map((key) => [key, median(samples.map((sample) => sample[key]))]));
}
