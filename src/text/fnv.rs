//! FNV-1a, 32 bits (draft-eastlake-fnv): a hash of few instructions, for what nobody gains by making equal.

use std::hash::Hasher;

pub(crate) struct Fnv(u32);

impl Default for Fnv {
    fn default() -> Self {
        Self(0x811c_9dc5)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        }
    }

    /// Below 2³².
    fn finish(&self) -> u64 {
        u64::from(self.0)
    }
}
